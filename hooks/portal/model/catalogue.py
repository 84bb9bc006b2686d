"""The catalogue of the open data (DCAT 3 in JSON-LD), as catalogues of governments read it.

It follows DCAT-AP-NL where the site knows what that asks for. A publisher and a point of contact are required there;
they come from the contacts, and are not in it until somebody answers for the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.model.open_data import FOLDER, VERSION, Dataset, datasets, written
from portal.model.open_places import NAME as PLACES
from portal.model.open_schema import LICENCE
from portal.model.publisher import publisher
from portal.model.site import Site
from portal.schema.contact import Contact
from portal.schema.meaning import Meaning, meaning, sentence
from portal.schema.open_data import DataChange

_EU = "http://publications.europa.eu/resource/authority"
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1"
_MEDIA = "https://www.iana.org/assignments/media-types"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "adms": "http://www.w3.org/ns/adms#",
}
_WHERE = meaning(
    en=("Places", "the campuses, and what else has a point on the map"),
    nl=("Plaatsen", "de campussen, en wat verder een punt op de kaart heeft"),
)
FORMATS = {
    "json": ("JSON", "application/json"),
    "csv": ("CSV", "text/csv"),
    "geojson": ("GEOJSON", "application/geo+json"),
}
"""By ending: the name in the list of the European Union, and the media type."""


def catalogue(site: Site, base: str, page: str) -> bytes:
    """The file. `page` is the address of the page about the open data, which also names it."""
    who = publisher(site)
    every = site.once(datasets, base)
    changes = site.all(DataChange).values()
    return written(
        {
            "@context": _CONTEXT,
            "@id": f"{base}/{FOLDER}/catalogue.jsonld",
            "@type": "dcat:Catalog",
            "dct:title": [_said(site.string("open-data.catalogue", locale), locale) for locale in site.languages],
            "dct:description": [_said(site.string("open-data.what", locale), locale) for locale in site.languages],
            "foaf:homepage": {"@id": page},
            **_shared(site, who),
            **_days(min((change.on for change in changes), default=None), _newest(every)),
            "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
            "dcat:dataset": [*(_dataset(site, one, page, who) for one in every), _places(site, base, page, who)],
        }
    )


def _dataset(site: Site, one: Dataset, page: str, who: Contact | None) -> dict[str, Any]:
    files = list(_distributions(site, one.base, one.name, ("json", "csv")))
    return {**_described(site, one.base, one.name, one.opened.said, page, who), **_days(None, one.modified),
            "dcat:distribution": files}  # fmt: skip


def _places(site: Site, base: str, page: str, who: Contact | None) -> dict[str, Any]:
    files = list(_distributions(site, base, PLACES, ("geojson",)))
    return {**_described(site, base, PLACES, _WHERE, page, who), "dcat:distribution": files}


def _described(site: Site, base: str, name: str, said: Meaning, page: str, who: Contact | None) -> dict[str, Any]:
    return {
        "@id": f"{base}/{FOLDER}/{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{VERSION}/{name}",
        "dct:title": [_said(text, locale) for locale, text in said.label.texts],
        "dct:description": [_said(sentence(text), locale) for locale, text in said.sense.texts],
        "dcat:landingPage": {"@id": page},
        "dcat:theme": {"@id": f"{_EU}/data-theme/REGI"},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:version": VERSION,
        **_shared(site, who),
    }


def _distributions(site: Site, base: str, name: str, endings: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for ending in endings:
        eu, media = FORMATS[ending]
        address = f"{base}/{FOLDER}/{name}.{ending}"
        yield {
            "@id": address,
            "@type": "dcat:Distribution",
            "dct:title": f"{name}.{ending}",
            "dcat:accessURL": {"@id": address},
            "dcat:downloadURL": {"@id": address},
            "dcat:mediaType": {"@id": f"{_MEDIA}/{media}"},
            "dct:format": {"@id": f"{_EU}/file-type/{eu}"},
            "dct:conformsTo": {"@id": f"{base}/{FOLDER}/schema/{name}.json"},
            "dct:license": {"@id": LICENCE},
        }


def _shared(site: Site, who: Contact | None) -> dict[str, Any]:
    """What is said of the catalogue and of every dataset alike."""
    said: dict[str, Any] = {
        "dct:language": [{"@id": f"{_LANGUAGES}/{code}"} for code in site.languages],
        "dct:license": {"@id": LICENCE},
    }
    if who:
        said["dct:publisher"] = {"@type": "foaf:Agent", "foaf:name": who.name}
        mail = {"vcard:hasEmail": {"@id": f"mailto:{who.mail}"}} if who.mail else {}
        url = {"vcard:hasURL": {"@id": who.url}} if who.url else {}
        if mail or url:
            said["dcat:contactPoint"] = {"@type": "vcard:Kind", "vcard:fn": who.name, **mail, **url}
    return said


def _days(issued: date | None, modified: date | None) -> dict[str, Any]:
    days = {"dct:issued": issued, "dct:modified": modified}
    return {name: {"@type": "xsd:date", "@value": day.isoformat()} for name, day in days.items() if day}


def _newest(every: list[Dataset]) -> date | None:
    return max((one.modified for one in every if one.modified), default=None)


def _said(text: str, locale: str) -> dict[str, str]:
    return {"@language": locale, "@value": text}

"""Every file of the open data by its path: the collections, the places, their schemas, the catalogue, the versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from portal.model import open_places
from portal.model.catalogue import catalogue
from portal.model.open_data import FOLDER, VERSION, datasets, written
from portal.model.open_schema import LICENCE, JsonSchema, file_schema
from portal.model.site import Site
from portal.schema.open_data import DataChange, opened
from portal.words.languages import Languages

INDEX = "data/index.json"
"""What there is, in which versions: the one address that is the same in all of them."""
CATALOGUE = f"{FOLDER}/catalogue.jsonld"


def files(site: Site, base: str, page: str) -> Iterator[tuple[str, bytes]]:
    """Each path from the root of the site with its content. `page` is the address of the page that explains them."""
    every = site.once(datasets, base)
    for one in every:
        yield f"{FOLDER}/{one.name}.json", one.json()
        yield f"{FOLDER}/{one.name}.csv", one.csv()
    yield f"{FOLDER}/{open_places.NAME}.geojson", open_places.places(site, base)
    for name, schema in schemas(site.languages).items():
        yield f"{FOLDER}/schema/{name}.json", written(schema)
    yield CATALOGUE, catalogue(site, base, page)
    here = f"{base}/{FOLDER}"
    yield (
        INDEX,
        written(
            {
                "licence": LICENCE,
                "page": page,
                "version": VERSION,
                "catalogue": f"{base}/{CATALOGUE}",
                "datasets": [
                    {
                        "name": one.name,
                        "items": len(one.items),
                        "json": f"{here}/{one.name}.json",
                        "csv": f"{here}/{one.name}.csv",
                        "schema": f"{here}/schema/{one.name}.json",
                    }
                    for one in every
                ],
                "places": f"{here}/{open_places.NAME}.geojson",
                "changes": _changes(site),
            }
        ),
    )


def schemas(languages: Languages) -> Mapping[str, JsonSchema]:
    """The JSON Schema of every file of data, by the name of the file."""
    collections = {name: file_schema(one, languages, VERSION) for name, one in opened().items()}
    return {**collections, open_places.NAME: open_places.schema(languages)}


def _changes(site: Site) -> dict[str, list[dict[str, object]]]:
    """What has changed by version, the newest first."""
    newest = sorted(site.all(DataChange).values(), key=lambda change: (change.version, change.on), reverse=True)
    return {
        version: [{"on": change.on.isoformat(), "what": dict(change.what.items())} for change in changes]
        for version, changes in groupby(newest, key=lambda change: change.version)
    }

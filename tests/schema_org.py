"""Structured data held to schema.org's vocabulary, and to what search engines require of a type.

The vocabulary is that of the package msgspec-schemaorg, which is made from schema.org's own: which type has which
properties, and what each may be. What search engines require is theirs to say, so it stands here.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import msgspec_schemaorg.enums as enums
import msgspec_schemaorg.models as vocabulary

Thing = Mapping[str, Any]

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Article": ("headline", "datePublished", "dateModified", "image", "author", "inLanguage", "mainEntityOfPage"),
    "BreadcrumbList": ("itemListElement",),
    "ContactPoint": ("contactType",),
    "DataCatalog": ("name", "description", "license"),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "Dataset": ("name", "description", "license", "creator", "distribution"),
    "DefinedTerm": ("name", "description"),
    "DefinedTermSet": ("name", "hasDefinedTerm"),
    "Event": ("name", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode"),
    "GeoCoordinates": ("latitude", "longitude"),
    "ListItem": ("position", "name", "item"),
    "Organization": ("name", "url"),
    "Place": ("name",),
    "PostalAddress": (),
    "Project": ("name", "url"),
    "WebPage": ("name", "url", "inLanguage"),
    "WebSite": ("name", "url", "inLanguage"),
}
"""What a thing of a type, or of a type below it, must have where it is told of; one that is named may have less."""

_ALSO = {"EducationalOrganization": "Organization", "Hospital": "MedicalOrganization"}
"""Types with two types above them, of which the package knows one."""

_SCALARS: Mapping[str, type | tuple[type, ...]] = {"str": str, "int": int, "float": (int, float), "bool": bool}
_QUOTED = re.compile(r"'(\w+)'")


def problems(data: Thing) -> list[str]:
    """What is wrong with the JSON-LD of a page, a line each."""
    if data.get("@context") != "https://schema.org":
        return ["no @context"]
    return [line for thing in data["@graph"] for line in _in(thing, thing["@type"], whole=True)]


def _in(thing: Thing, at: str, *, whole: bool = False) -> Iterator[str]:
    if set(thing) == {"@id"}:
        return
    kind = _types().get(thing.get("@type", ""))
    if kind is None:
        yield f"{at}: {thing.get('@type')} is no type of schema.org"
        return
    known = _properties(kind)
    for name, value in thing.items():
        if name in ("@type", "@id"):
            continue
        if name not in known:
            yield f"{at}.{name}: no property of {thing['@type']}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value(one, known[name], f"{at}.{name}")
    if whole or "@id" not in thing:
        yield from (f"{at}: lacks {name}" for name in _required(kind) if not thing.get(name))


def _value(value: Any, may_be: str, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        if "@type" in value and not any(name in may_be for name in _names_above(value["@type"])):
            yield f"{at}: may not be a {value['@type']}"
        yield from _in(value, at)
        return
    choices = [members for name in _QUOTED.findall(may_be) if (members := _enumerations().get(name))]
    if choices:
        if value not in {f"https://schema.org/{member}" for members in choices for member in members}:
            yield f"{at}: {value!r} is none of the choices"
        return
    # An address stands for the thing that is there.
    if isinstance(value, str) and _QUOTED.search(may_be) and re.fullmatch(r"https?://\S+", value):
        return
    if "date" in may_be and isinstance(value, str) and _is_date(value):
        return
    if not any(re.search(rf"\b{name}\b", may_be) and isinstance(value, of) for name, of in _SCALARS.items()):
        yield f"{at}: {value!r} is not {may_be}"


def _is_date(value: str) -> bool:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            read(value)
        except ValueError:
            continue
        return True
    return False


def _required(kind: type) -> Iterator[str]:
    for above in _above(kind):
        if above.__name__ in REQUIRED:
            yield from REQUIRED[above.__name__]
            return


def _names_above(name: str) -> list[str]:
    kind = _types().get(name)
    return [f"'{above.__name__}'" for above in _above(kind)] if kind else []


def _above(kind: type) -> list[type]:
    """A type and every type above it, the nearest first."""
    above = list(kind.__mro__)
    return above + [other for one in above if one.__name__ in _ALSO for other in _types()[_ALSO[one.__name__]].__mro__]


def _properties(kind: type) -> Mapping[str, str]:
    """The properties of a type with what each may be, those of the types above it included."""
    found: dict[str, str] = {}
    for above in reversed(_above(kind)):
        found |= {name: str(said) for name, said in vars(above).get("__annotations__", {}).items()}
    return found


@functools.cache
def _types() -> Mapping[str, type]:
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(vocabulary.__path__, f"{vocabulary.__name__}."):
        if not module.ispkg:
            name = module.name.rpartition(".")[2]
            found[name] = getattr(importlib.import_module(module.name), name)
    return found


@functools.cache
def _enumerations() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for module in pkgutil.walk_packages(enums.__path__, f"{enums.__name__}."):
        if not module.ispkg:
            name = module.name.rpartition(".")[2]
            found[name] = frozenset(getattr(importlib.import_module(module.name), name).__members__)
    return found

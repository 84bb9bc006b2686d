"""Open data: which collections everyone may have, the page that tells of them, and what has changed in them.

A collection or a kind of page is among them once it says `open_data = meaning(...)`; a field that is marked `Inward` is
left out, and so is a reference to what is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from portal.schema.entry import Entry
from portal.schema.fields import Day, Localized, Text
from portal.schema.json_forms import pattern
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import FrontMatter
from portal.schema.registry import subclasses

Version = Annotated[Text, StringConstraints(pattern="^v[1-9][0-9]*$"), pattern("v[1-9][0-9]*", examples=["v1"])]
"""A version of the open data: a part of their addresses."""


@dataclass(frozen=True)
class Opened:
    """What is among the open data under a name."""

    name: str
    of: type[Entry] | type[FrontMatter]
    said: Meaning
    """What it is called, and what it holds."""


def opened() -> Mapping[str, Opened]:
    """Everything that is among the open data, by its name."""
    return {one.name: one for one in sorted(_opened(), key=lambda one: one.name)}


def _opened() -> Iterator[Opened]:
    for entry in subclasses(Entry):
        if "collection" in vars(entry) and entry.open_data:
            yield Opened(entry.collection, entry, entry.open_data)
    for front in subclasses(FrontMatter):
        if "at" in vars(front) and front.open_data:
            yield Opened(front.at.split("/")[0], front, front.open_data)


class DataChange(Entry):
    """What a file in content/data/data-changes says: what has changed in the open data."""

    collection: ClassVar[str] = "data-changes"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Changes of the data", "what has changed in the form of these data, by version"),
        nl=("Wijzigingen van de data", "wat er in de vorm van deze data is veranderd, per versie"),
    )

    version: Version = means(
        en=("Version", "the version of the open data in which it changed"),
        nl=("Versie", "de versie van de open data waarin het veranderde"),
    )
    on: Day = means(
        en=("Day", "the day on which it changed"),
        nl=("Dag", "de dag waarop het veranderde"),
    )
    what: Localized = means(
        en=("Change", "what has changed, for who has a program that reads the data"),
        nl=("Wijziging", "wat er is veranderd, voor wie een programma heeft dat de data leest"),
    )


class OpenDataPage(FrontMatter):
    """content/<locale>/open-data.md"""

    page_kind: ClassVar[str] = "open-data"
    at: ClassVar[str] = "open-data"

"""The region and its neighbours: each an ecosystem with what it is strong in, by its own words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, get_args

from pydantic import Field, StrictInt

from portal.schema.entry import Entry, PagedEntry, Statement
from portal.schema.fields import Area, Distinct, Localized, Name, Record, Slug, SourceSlug
from portal.schema.marks import Ref, Within
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import FrontMatter


class RegionPart(Record):
    """Something of an ecosystem that has no page of its own: a spearhead, a sector, a forerunner."""

    slug: Annotated[Slug, Within("parts")] = means(
        en=("Slug", "its name in addresses"),
        nl=("Slug", "de naam in adressen"),
    )
    name: Name = means(
        en=("Name", "its name"),
        nl=("Naam", "de naam"),
    )
    text: Localized = means(
        en=("Text", "what it is"),
        nl=("Tekst", "wat het is"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )


class Region(PagedEntry):
    """What a file in content/data/regions says."""

    collection: ClassVar[str] = "regions"
    page_kind: ClassVar[str] = "region"
    folder: ClassVar[str] = "region"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Neighbouring ecosystems", "what each is strong in, by its own words and numbers"),
        nl=("Ecosystemen in de buurt", "waar elk sterk in is, met eigen woorden en getallen"),
    )

    name: Name = means(
        en=("Name", "the name of the ecosystem"),
        nl=("Naam", "de naam van het ecosysteem"),
    )
    order: Annotated[StrictInt, Field(ge=1)] = means(
        en=("Order", "its place among those that are as near, as a whole number"),
        nl=("Volgorde", "de plek tussen wie even dichtbij is, als heel getal"),
    )
    area: Area = means(
        en=("How near", "how near it is. Be honest: not everything is in Nijmegen"),
        nl=("Hoe dichtbij", "hoe dichtbij het is. Wees eerlijk: niet alles is in Nijmegen"),
    )
    where: Localized = means(
        en=("Where", "where that is"),
        nl=("Waar", "waar dat is"),
    )
    strong_in: Statement = means(
        en=("Strong in", "what it is strong in, as it says itself"),
        nl=("Sterk in", "waar het sterk in is, zoals het dat zelf zegt"),
    )
    numbers: tuple[Statement, ...] = means(
        default=(),
        en=("In numbers", "what it says of itself in numbers"),
        nl=("In getallen", "wat het in getallen over zichzelf zegt"),
    )
    facts: tuple[Statement, ...] = means(
        default=(),
        en=("Facts", "what else is said of it, each with its source"),
        nl=("Feiten", "wat er verder over wordt gezegd, elk met een bron"),
    )
    parts: tuple[RegionPart, ...] = means(
        default=(),
        en=("Parts", "what belongs to it and has no page of its own"),
        nl=("Onderdelen", "wat erbij hoort en geen eigen pagina heeft"),
    )
    partners: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        en=("Partners", "the organisations of it that have a page"),
        nl=("Partners", "de organisaties ervan die een pagina hebben"),
    )

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.name

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """The nearest first."""
        return get_args(Area).index(self.area), self.order, self.slug


class RegionIndex(FrontMatter):
    """content/<locale>/region/index.md"""

    page_kind: ClassVar[str] = "region-index"
    at: ClassVar[str] = "region/index"

"""Sights: places in the city that are on its map and have no page of their own, such as a square or a park."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.drawings import Arch, Hue, InDoor
from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, SomeSources
from portal.schema.map_place import MapPlace
from portal.schema.marks import Inward
from portal.schema.meaning import Meaning, meaning, means


class Sight(Entry):
    """What a file in content/data/sights says."""

    collection: ClassVar[str] = "sights"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Sights", "places in the city that people go to"),
        nl=("Plekken", "plekken in de stad waar mensen heen gaan"),
    )

    name: Name = means(
        en=("Name", "its name"),
        nl=("Naam", "de naam"),
    )
    summary: LocalizedDescription = means(
        en=("Summary", "what one finds there, in one sentence"),
        nl=("Samenvatting", "wat je er vindt, in een zin"),
    )
    sources: SomeSources
    hue: Annotated[Hue, Inward()] = means(
        en=("Colour", "the colour of its door on the map"),
        nl=("Kleur", "de kleur van de deur op de kaart"),
    )
    arch: Annotated[Arch, Inward()] = means(
        en=("Arch", "the form of its door on the map"),
        nl=("Boog", "de vorm van de deur op de kaart"),
    )
    drawing: Annotated[InDoor | None, Inward()] = means(
        default=None,
        en=("Drawing", "what stands in its door"),
        nl=("Tekening", "wat er in de deur staat"),
    )
    map: Annotated[MapPlace, Inward()] = means(
        en=("On the map", "its place on the map of the city"),
        nl=("Op de kaart", "de plek op de kaart van de stad"),
    )

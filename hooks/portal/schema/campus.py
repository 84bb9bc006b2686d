"""Campuses: the places where the clusters are."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from portal.schema.entry import Party, Statement
from portal.schema.fields import Localized, Name, Record, Text
from portal.schema.landmark import Landmark
from portal.schema.marks import Inward
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.point import Point

Side = Literal["left", "middle", "right"]
"""To which side of its place a name runs on the map, so that no two names meet."""


class Spot(Record):
    """A place on the schematic map, which is 640 wide and 560 high and has a frame of 26."""

    x: Annotated[StrictInt, Field(ge=26, le=614)] = means(
        en=("From the left", "how far it is from the left of the map"),
        nl=("Van links", "hoe ver het van de linkerkant van de kaart is"),
    )
    y: Annotated[StrictInt, Field(ge=26, le=534)] = means(
        en=("From the top", "how far it is from the top of the map"),
        nl=("Van boven", "hoe ver het van de bovenkant van de kaart is"),
    )


class Station(Spot):
    """The station of a campus: the middle of its dot."""

    name: Name = means(
        en=("Name", "the name of the station"),
        nl=("Naam", "de naam van het station"),
    )
    label: Literal["left", "right"] = means(
        default="right",
        en=("Side of the name", "to which side of the dot its name runs; to the right when left out"),
        nl=("Kant van de naam", "naar welke kant van de stip de naam loopt; naar rechts als het er niet staat"),
    )


class MapPlace(Spot):
    """A campus on the map: the middle of the foot of its arch."""

    label: Side = means(
        default="middle",
        en=("Side of the name", "to which side of the arch its name runs; in the middle when left out"),
        nl=("Kant van de naam", "naar welke kant van de boog de naam loopt; in het midden als het er niet staat"),
    )
    where: Localized = means(
        en=("Where", "where that is, for those who do not see the map, such as 'in the south'"),
        nl=("Waar", "waar dat is, voor wie de kaart niet ziet, zoals 'in het zuiden'"),
    )
    station: Station | None = means(
        default=None,
        en=("Station", "the station of the campus"),
        nl=("Station", "het station van de campus"),
    )


class Campus(Party, Landmark):
    """What a file in content/data/campuses says."""

    collection: ClassVar[str] = "campuses"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Campuses", "the campuses, with facts"),
        nl=("Campussen", "de campussen, met feiten"),
    )

    aliases: tuple[Text, ...] = means(
        default=(),
        en=("Other names", "other names by which it is known"),
        nl=("Andere namen", "andere namen waaronder de campus bekend is"),
    )
    map: Annotated[MapPlace | None, Inward()] = means(
        default=None,
        en=("On the map", "its place on the map of the city; without it, it is not on the map"),
        nl=("Op de kaart", "de plek op de kaart van de stad; zonder plek staat de campus niet op de kaart"),
    )
    point: Point | None = means(
        default=None,
        en=("Point", "where it is on the earth, for maps and telephones"),
        nl=("Punt", "waar het op de aarde is, voor kaarten en telefoons"),
    )
    facts: tuple[Statement, ...] = means(
        default=(),
        en=("Facts", "what is said of the campus, each with its source"),
        nl=("Feiten", "wat er over de campus wordt gezegd, elk met een bron"),
    )

"""Places on the schematic map of the city, and how long one is on the way from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from portal.schema.fields import Localized, Name, Record, SourceSlug
from portal.schema.meaning import means

Side = Literal["left", "middle", "right"]
"""To which side of its place a name runs on the map, so that no two names meet."""

Means = Literal["foot", "bike", "bus", "train"]
"""How one travels. Each has a string: `map.by.foot`."""


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
    """The station of a place: the middle of its dot."""

    name: Name = means(
        en=("Name", "the name of the station"),
        nl=("Naam", "de naam van het station"),
    )
    label: Literal["left", "right"] = means(
        default="right",
        en=("Side of the name", "to which side of the dot its name runs; to the right when left out"),
        nl=("Kant van de naam", "naar welke kant van de stip de naam loopt; naar rechts als het er niet staat"),
    )


class Way(Record):
    """How long one is on the way to somewhere. A time without a source is a guess, so it has one."""

    minutes: Annotated[StrictInt, Field(ge=1)] = means(
        en=("Minutes", "how many minutes it takes"),
        nl=("Minuten", "hoeveel minuten het duurt"),
    )
    by: Means = means(
        en=("By", "how one travels"),
        nl=("Waarmee", "waarmee je gaat"),
    )
    to: Localized = means(
        en=("Where to", "where one comes, such as 'the Waal'"),
        nl=("Waarheen", "waar je dan bent, zoals 'de Waal'"),
    )
    source: SourceSlug = means(
        en=("Source", "who says so"),
        nl=("Bron", "wie dat zegt"),
    )


class MapPlace(Spot):
    """A place on the map: the middle of the foot of its arch."""

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
        en=("Station", "its station"),
        nl=("Station", "het station ervan"),
    )
    ways: tuple[Way, ...] = means(
        default=(),
        en=("Ways", "how long one is on the way from here to somewhere"),
        nl=("Wegen", "hoe lang je hiervandaan ergens over doet"),
    )

"""Campuses: the places where the clusters are."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, StrictInt

from portal.schema.entry import Party, Statement
from portal.schema.fields import Localized, Name, Record, Text, hint
from portal.schema.landmark import Landmark

Side = Literal["left", "middle", "right"]
"""To which side of its place a name runs on the map, so that no two names meet."""


class Spot(Record):
    """A place on the schematic map, which is 640 wide and 560 high and has a frame of 26."""

    x: StrictInt = Field(ge=26, le=614)
    y: StrictInt = Field(ge=26, le=534)


class Station(Spot):
    """The station of a campus: the middle of its dot."""

    name: Name
    label: Literal["left", "right"] = "right"


class MapPlace(Spot):
    """A campus on the map: the middle of the foot of its arch."""

    label: Side = "middle"
    where: Localized = hint(
        "Add where that is, for those who do not see the map: 'in the south'.",
        "Voeg toe waar dat is, voor wie de kaart niet ziet: 'in het zuiden'.",
    )
    station: Station | None = None


class Campus(Party, Landmark):
    """What a file in content/data/campuses says."""

    collection: ClassVar[str] = "campuses"

    aliases: tuple[Text, ...] = ()
    map: MapPlace | None = None
    """Without it the campus is not on the map of the city."""
    facts: tuple[Statement, ...] = ()

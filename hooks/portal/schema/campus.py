"""Campuses: the places where the clusters are."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.entry import Party, Statement
from portal.schema.fields import Text
from portal.schema.landmark import Landmark
from portal.schema.map_place import MapPlace
from portal.schema.marks import Inward
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.point import Point


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

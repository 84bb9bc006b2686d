"""Points: where something is on the earth, and who says so."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictFloat

from portal.schema.fields import Record, SourceSlug
from portal.schema.meaning import means


class Point(Record):
    """A place on the earth, in degrees of WGS 84, as maps and telephones give it."""

    lat: Annotated[StrictFloat, Field(ge=-90, le=90)] = means(
        en=("Latitude", "the degrees north: 51.84"),
        nl=("Breedte", "de graden noorderbreedte: 51.84"),
    )
    lon: Annotated[StrictFloat, Field(ge=-180, le=180)] = means(
        en=("Longitude", "the degrees east: 5.86"),
        nl=("Lengte", "de graden oosterlengte: 5.86"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )

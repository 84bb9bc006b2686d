"""The map of the city as a way in: the places that have a door on it, each with its page where it has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.map_place import MapPlace
from portal.schema.page import CampusPage
from portal.schema.sight import Sight

DOORS = 12
"""As many as the plate has room for; styles light that many (city_plate.css), and campuses come first."""


@dataclass(frozen=True)
class Door:
    """A place on the map that one can open."""

    place: Campus | Sight
    at: MapPlace
    page: Page[Any] | None
    """Its page; a sight has none."""


def doors_on_the_map(site: Site, locale: str) -> list[Door]:
    """Campuses and sights that have a place on the map, at most so many."""
    pages = {page.slug: page for page in site.listed(CampusPage, locale)}
    places: list[Campus | Sight] = [*site.all(Campus).values(), *site.all(Sight).values()]
    return [Door(place, place.map, pages.get(place.slug)) for place in places if place.map][:DOORS]

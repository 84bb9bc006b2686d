"""Open data: what there is, in which files, and what has changed in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.open_data import FOLDER, datasets
from portal.model.open_files import CATALOGUE, INDEX
from portal.model.open_places import NAME
from portal.model.open_schema import LICENCE, has_page
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.meaning import sentence
from portal.schema.open_data import DataChange, OpenDataPage
from portal.views import view


@view(OpenDataPage)
def open_data(site: Site, page: Page[OpenDataPage]) -> Mapping[str, Any]:
    """The collections with their files. What they are called is said in the schemas."""
    listed = site.once(_listed, page.locale)
    return {
        "example": max((one["count"], one["name"]) for one in listed if one["paged"])[1],
        "datasets": listed,
        "folder": FOLDER,
        "places": NAME,
        "catalogue": CATALOGUE,
        "data_index": INDEX,
        "licence": LICENCE,
        "data_changes": sorted(site.all(DataChange).values(), key=lambda change: change.on, reverse=True),
    }


def _listed(site: Site, locale: str) -> list[dict[str, Any]]:
    """What there is, with how much of it."""
    return [
        {
            "name": one.name,
            "title": one.opened.said.label.told(locale),
            "text": sentence(one.opened.said.sense.told(locale)),
            "count": len(one.items),
            "paged": has_page(one.opened.of),
        }
        for one in datasets(site, "")
    ]

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
    every = site.once(datasets, "")
    return {
        "example": max((len(one.items), one.name) for one in every if has_page(one.opened.of))[1] if every else "",
        "datasets": [
            {
                "name": one.name,
                "title": one.opened.said.label.told(page.locale),
                "text": sentence(one.opened.said.sense.told(page.locale)),
                "count": len(one.items),
            }
            for one in every
        ],
        "folder": FOLDER,
        "places": NAME,
        "catalogue": CATALOGUE,
        "data_index": INDEX,
        "licence": LICENCE,
        "data_changes": sorted(site.all(DataChange).values(), key=lambda change: change.on, reverse=True),
    }

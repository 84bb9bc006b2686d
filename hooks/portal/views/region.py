"""The region: the ecosystems around as a comparison, a page each, and what companies of the neighbours make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.partner import Partner
from portal.schema.region import Region, RegionIndex
from portal.views import view
from portal.views.lists import by_name

NEIGHBOURS = "east-netherlands"
"""The area whose companies the page shows: next door, and not Nijmegen."""


@view(RegionIndex)
def regions(site: Site, page: Page[RegionIndex]) -> Mapping[str, Any]:
    """Every ecosystem, the nearest first, and the companies of the neighbours."""
    companies = [
        one for one in site.listed(Partner, page.locale) if (one.about.place, one.about.kind) == (NEIGHBOURS, "company")
    ]
    return {
        "regions": [site.page_of(region, page.locale) for region in site.all(Region).values()],
        "companies": by_name(companies),
        "place": NEIGHBOURS,
    }


@view(Region)
def region(site: Site, page: Page[Region]) -> Mapping[str, Any]:
    """One ecosystem, with its organisations."""
    entry = page.about
    partners = site.all(Partner)
    return {
        "region": entry,
        "members": [site.page_of(partners[slug], page.locale) for slug in entry.partners],
        "others": [site.page_of(other, page.locale) for other in site.all(Region).values() if other is not entry],
    }

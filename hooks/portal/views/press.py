"""The newsroom: the press contact, the newest stories, the releases, and kits of what the press asks for most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.contact import Contact
from portal.schema.page import CampusPage, ClusterPage, Directory
from portal.schema.press import PressPage
from portal.views import view

NEWEST = 12


@view(PressPage)
def press(site: Site, page: Page[PressPage]) -> Mapping[str, Any]:
    """What is new, whom to call, and what can be taken along."""
    stories = site.stories(page.locale)
    return {
        "contact_of": site.all(Contact)[page.about.contact],
        "stories": stories[:NEWEST],
        "releases": [story for story in stories if story.about.release][:NEWEST],
        "places": [*site.listed(ClusterPage, page.locale), *site.listed(CampusPage, page.locale)],
        "directory": site.nearest(page.locale, Directory.at),
        "kits": f"{site.pages[site.languages.default, PressPage.at].address}kits/",
    }

"""Changes: what is new and what was put right, by month; and the page that explains how to follow them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from portal.model.changes import changes
from portal.model.feeds import feeds_of
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.correction import ChangesPage, FeedsPage
from portal.schema.event import AgendaPage
from portal.views import view

SHOWN = 60
"""How many changes the page shows: what a page weighs must not depend on how many there are."""


@view(ChangesPage)
def changes_page(site: Site, page: Page[ChangesPage]) -> Mapping[str, Any]:
    """The newest changes by month: `2026-11`."""
    shown = changes(site, page.locale)[:SHOWN]
    months = {month: list(group) for month, group in groupby(shown, key=lambda change: f"{change.on:%Y-%m}")}
    return {"changes_by_month": months, "feeds_page": site.nearest(page.locale, FeedsPage.at)}


@view(FeedsPage)
def feeds_page(site: Site, page: Page[FeedsPage]) -> Mapping[str, Any]:
    """Every feed of the language, and where the calendars are."""
    return {"agenda_page": site.nearest(page.locale, AgendaPage.at), "feed_list": feeds_of(site, page.locale)}

"""The dates of a page: always what the content says, never the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import Story
from portal.schema.source import Source


def published(page: Page[Any]) -> date | None:
    """The day on which a story was written, or else up to when it is true; nobody keeps that of other pages."""
    return (page.about.written or page.as_of) if isinstance(page.about, Story) else None


def modified(page: Page[Any]) -> date | None:
    """The newest day of a page: up to when it is true, or when it was written. A story may be about an older time."""
    days = [day for day in (page.as_of, published(page)) if day and day > date.min]
    return max(days, default=None)


def checked(site: Site, page: Page[Any]) -> date | None:
    """The last day on which somebody looked at what a page rests on."""
    days = [site.all(Source)[slug].checked for slug in page.sources]
    return max(days, default=None) or modified(page)

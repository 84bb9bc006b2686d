"""Lists that several kinds of page show: stories and partners of something, bounded, with the way to the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portal.model.excerpt import NAMES, STORIES, Excerpt, excerpt
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.entry import Entry
from portal.schema.page import Directory, StoryIndex


def stories_of(site: Site, entry: Entry, locale: str, **choices: str) -> Excerpt:
    """The newest stories that name an entry."""
    return excerpt(site.stories(locale, entry), STORIES, site.nearest(locale, StoryIndex.at), **choices)


def partners_of(site: Site, entry: Entry, locale: str, choice: str) -> Excerpt:
    """The partners that name an entry, such as the campus they stand on, by name."""
    return excerpt(site.partners(locale, entry), NAMES, site.nearest(locale, Directory.at), **{choice: entry.slug})


def by_name(pages: Sequence[Page[Any]]) -> list[Page[Any]]:
    """Pages in the order of the alphabet."""
    return sorted(pages, key=lambda page: page.title.casefold())

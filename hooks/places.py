"""Clusters, campuses and the home page: what each gathers from the rest of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.plugins import CombinedEvent

from portal.mkdocs_files import drawn
from portal.schema.partner import Partner
from portal.sentences import sentences
from portal.site import Page, Site

HOME_STORIES = 3


def cluster(site: Site, page: Page) -> Mapping[str, Any]:
    """A cluster's spearheads, partners and stories."""
    slug = page.key.split("/")[-1]
    return {
        "cluster": site.clusters[slug],
        "partners": [partner for partner in _partners(site, page.locale) if slug in _entry(partner).clusters],
        "stories": site.stories(page.locale, cluster=slug),
    }


def campus(site: Site, page: Page) -> Mapping[str, Any]:
    """A campus's facts, partners, relations and stories."""
    slug = page.key.split("/")[-1]
    return {
        "campus": site.campuses[slug],
        "partners": [partner for partner in _partners(site, page.locale) if _entry(partner).campus == slug],
        "relations": sentences(site, slug, page.locale),
        "stories": site.stories(page.locale, campus=slug),
    }


def home(site: Site, page: Page) -> Mapping[str, Any]:
    """The home page's ways in."""
    return {
        "clusters": site.listed("cluster", page.locale),
        "campuses": site.listed("campus", page.locale),
        "stories": site.stories(page.locale)[:HOME_STORIES],
        "directory": site.page(page.locale, "partners/index"),
        "story_index": site.page(page.locale, "stories/index"),
        "partner_count": len(site.partners),
    }


def index(kind: str) -> Any:
    """The overview of the pages of a kind."""

    def view(site: Site, page: Page) -> Mapping[str, Any]:
        return {"items": site.listed(kind, page.locale)}

    return drawn(f"{kind}-index", view)


def _partners(site: Site, locale: str) -> list[Page]:
    return sorted(site.listed("partner", locale), key=lambda partner: partner.title.casefold())


def _entry(page: Page) -> Partner:
    assert isinstance(page.entry, Partner)
    return page.entry


on_page_context = CombinedEvent(
    drawn("home", home), drawn("cluster", cluster), drawn("campus", campus), index("cluster"), index("campus")
)

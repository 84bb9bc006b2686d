"""Clusters, campuses and the home page: what each gathers from the rest of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from portal.art.emblem import CITY, Emblem
from portal.model.sentences import sentences
from portal.model.site import Page, Site
from portal.schema.landmark import Landmark
from portal.schema.page import PlainPage
from portal.schema.partner import Partner
from portal.views import view

HOME_STORIES = 3
HOME_EVENTS = 5
HOME_PARTNERS = 16
"""Enough names to see that it is a city's worth; the most connected ones."""

DOORWAYS = (("move", "guide/index", "sun"), ("company", "starting", "sea"), ("stories", "stories/index", "brick"))
"""The three ways in: the drawing, the page behind it, the colour."""


@view("cluster")
def cluster(site: Site, page: Page) -> Mapping[str, Any]:
    """A cluster's spearheads, partners and stories."""
    slug = page.slug
    return {
        "cluster": site.clusters[slug],
        "partners": [partner for partner in _partners(site, page.locale) if slug in _entry(partner).clusters],
        "stories": site.stories(page.locale, cluster=slug),
    }


@view("campus")
def campus(site: Site, page: Page) -> Mapping[str, Any]:
    """A campus's facts, partners, relations and stories."""
    slug = page.slug
    return {
        "campus": site.campuses[slug],
        "partners": [partner for partner in _partners(site, page.locale) if _entry(partner).campus == slug],
        "relations": sentences(site, slug, page.locale),
        "stories": site.stories(page.locale, campus=slug),
    }


@view("page")
def plain(site: Site, page: Page) -> Mapping[str, Any]:
    """A plain page: its colour, and what is drawn beside its title."""
    front = page.front
    assert isinstance(front, PlainPage)
    about_the_city = front.drawing == CITY.drawing
    return {
        "hue": front.hue,
        "chapter": None if about_the_city else front.drawing,
        "emblem": Emblem(front.hue, CITY.arch, CITY.drawing) if about_the_city else None,
    }


@view("home")
def home(site: Site, page: Page) -> Mapping[str, Any]:
    """The home page's ways in."""
    return {
        "doorways": [(name, target, hue) for name, key, hue in DOORWAYS if (target := site.page(page.locale, key))],
        "clusters": _looks(site.listed("cluster", page.locale), site.clusters),
        "campuses": _looks(site.listed("campus", page.locale), site.campuses),
        "stories": site.stories(page.locale)[:HOME_STORIES],
        "events": site.coming(site.day)[:HOME_EVENTS],
        "directory": site.page(page.locale, "partners/index"),
        "story_index": site.page(page.locale, "stories/index"),
        "partners": _connected(site, page.locale)[:HOME_PARTNERS],
        "partner_count": len(site.partners),
    }


@view("cluster-index")
def clusters(site: Site, page: Page) -> Mapping[str, Any]:
    """The overview of the clusters."""
    return {"items": _looks(site.listed("cluster", page.locale), site.clusters)}


@view("campus-index")
def campuses(site: Site, page: Page) -> Mapping[str, Any]:
    """The overview of the campuses."""
    return {"items": _looks(site.listed("campus", page.locale), site.campuses)}


def _looks(pages: list[Page], entries: Mapping[str, Landmark]) -> list[tuple[Page, Landmark]]:
    """Pages about campuses or clusters, each with its entry, which says how it looks."""
    return [(page, entries[page.slug]) for page in pages]


def _connected(site: Site, locale: str) -> list[Page]:
    """Partners by how many relations they stand in."""
    ends = Counter(slug for relation in site.relations.values() for slug in (relation.from_, *relation.to))
    return sorted(_partners(site, locale), key=lambda partner: -ends[_entry(partner).slug])


def _partners(site: Site, locale: str) -> list[Page]:
    return sorted(site.listed("partner", locale), key=lambda partner: partner.title.casefold())


def _entry(page: Page) -> Partner:
    assert isinstance(page.entry, Partner)
    return page.entry


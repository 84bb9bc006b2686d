"""Clusters, campuses, the plain pages and the home page: what each gathers from the rest of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from portal.art.emblem import CITY, Emblem
from portal.model.accessibility import status
from portal.model.action_plan import actions_of, news
from portal.model.agenda import agenda, events_of
from portal.model.city_map import doors_on_the_map
from portal.model.counts import figures_of
from portal.model.page import Page
from portal.model.relation_bridge import relation_bridge
from portal.model.sentences import sentences
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.event import AgendaPage
from portal.schema.landmark import Landmark
from portal.schema.moment import Moment
from portal.schema.page import CampusIndex, CampusPage, ClusterIndex, ClusterPage, Home, PlainPage
from portal.schema.partner import Partner
from portal.schema.relation import PARTIES, Relation
from portal.views import view
from portal.views.lists import by_name, partners_of, stories_of

HOME_STORIES = 4
HOME_EVENTS = 3
HOME_PARTNERS = 16
"""Enough names to see that it is a city's worth; the most connected ones."""

DOORWAYS = (("move", "guide/index", "sun"), ("company", "starting", "sea"), ("stories", "stories/index", "brick"))
"""The three ways in: the drawing, the page behind it, the colour."""


@view(ClusterPage)
def cluster(site: Site, page: Page[ClusterPage]) -> Mapping[str, Any]:
    """A cluster's spearheads, partners and stories."""
    entry = site.all(Cluster)[page.slug]
    return {
        "cluster": entry,
        "events": events_of(site, "cluster", entry.slug),
        "numbers": figures_of(site, entry),
        "partners": partners_of(site, entry, page.locale, "cluster"),
        "stories": stories_of(site, entry, page.locale, cluster=entry.slug),
    }


@view(CampusPage)
def campus(site: Site, page: Page[CampusPage]) -> Mapping[str, Any]:
    """A campus's facts, partners, relations and stories."""
    entry = site.all(Campus)[page.slug]
    return {
        "campus": entry,
        "events": events_of(site, "campus", entry.slug),
        "partners": partners_of(site, entry, page.locale, "campus"),
        "bridge": relation_bridge(entry.slug, sentences(site, entry.slug, page.locale)),
        "stories": stories_of(site, entry, page.locale, campus=entry.slug),
        "actions": actions_of(site, entry),
        "numbers": figures_of(site, entry),
    }


@view(PlainPage)
def plain(site: Site, page: Page[PlainPage]) -> Mapping[str, Any]:
    """A plain page: its colour, and what is drawn beside its title."""
    front = page.about
    about_the_city = front.drawing == CITY.drawing
    return {
        "hue": front.hue,
        "chapter": None if about_the_city else front.drawing,
        "more": _about_the_city(site, page),
        "map_doors": doors_on_the_map(site, page.locale) if front.map else [],
        "status": status(front.accessibility, site.day) if front.accessibility else None,
        "moments": list(site.all(Moment).values()) if front.day else [],
        "emblem": Emblem(front.hue, CITY.arch, CITY.drawing) if about_the_city else None,
    }


@view(Home)
def home(site: Site, page: Page[Home]) -> Mapping[str, Any]:
    """The home page's ways in."""
    found = agenda(site, site.day)
    return {
        "doorways": [(name, target, hue) for name, key, hue in DOORWAYS if (target := site.nearest(page.locale, key))],
        "clusters": _looks(site.listed(ClusterPage, page.locale), site.all(Cluster)),
        "campuses": _looks(site.listed(CampusPage, page.locale), site.all(Campus)),
        "stories": site.story_list(page.locale)[:HOME_STORIES],
        "city_pages": _about_the_city(site, page),
        "events": [*found.coming, *found.recurring][:HOME_EVENTS],
        "agenda": site.nearest(page.locale, AgendaPage.at),
        "news": site.once(news),
        "plan": site.nearest(page.locale, "action-plan"),
        "directory": site.nearest(page.locale, "partners/index"),
        "story_index": site.nearest(page.locale, "stories/index"),
        "partners": _connected(site, page.locale)[:HOME_PARTNERS],
        "partner_count": len(site.all(Partner)),
    }


def _about_the_city(site: Site, here: Page[Any]) -> list[Page[Any]]:
    """The pages about the city that have a drawing, but for the page that leads to them."""
    return [page for page in site.listed(PlainPage, here.locale) if page.about.drawing and page.key != here.key]


@view(ClusterIndex)
def clusters(site: Site, page: Page[ClusterIndex]) -> Mapping[str, Any]:
    """The overview of the clusters."""
    return {"items": _looks(site.listed(ClusterPage, page.locale), site.all(Cluster))}


@view(CampusIndex)
def campuses(site: Site, page: Page[CampusIndex]) -> Mapping[str, Any]:
    """The overview of the campuses, and the map that they stand on."""
    return {
        "items": _looks(site.listed(CampusPage, page.locale), site.all(Campus)),
        "map_doors": doors_on_the_map(site, page.locale),
    }


def _looks(pages: list[Page[Any]], entries: Mapping[str, Landmark]) -> list[tuple[Page[Any], Landmark]]:
    """Pages about campuses or clusters, each with its entry, which says how it looks."""
    return [(page, entries[page.slug]) for page in pages]


def _connected(site: Site, locale: str) -> list[Page[Any]]:
    """Partners by how many relations they stand in."""
    ends = Counter(
        reference.slug
        for reference in site.references
        if isinstance(reference.owner, Relation) and reference.ref.collections == PARTIES
    )
    return sorted(by_name(site.listed(Partner, locale)), key=lambda partner: -ends[partner.slug])

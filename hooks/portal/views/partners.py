"""Partners: a page per organisation, made from content/data/partners, and the directory of them all."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, get_args

from portal.art.portals import portal
from portal.model.action_plan import actions_of
from portal.model.counts import figures_of
from portal.model.ecosystem import two_steps
from portal.model.page import Page
from portal.model.related import related
from portal.model.relation_bridge import relation_bridge
from portal.model.sentences import sentences
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.landmark import Landmark
from portal.schema.page import CampusPage, Directory
from portal.schema.partner import Partner, PartnerKind
from portal.views import view
from portal.views.lists import partners_of, stories_of

AROUND = 12
"""Enough names to go on to from an organisation of which little is known."""

WEIGHED = 120
"""Of how many of a place the nearest are chosen: the first by name, however many there are."""

ELSEWHERE = ("east-netherlands", "netherlands", "europe")
"""Neighbours come after those of the city and the region, within their kind."""


@view(Partner)
def partner(site: Site, page: Page[Partner]) -> Mapping[str, Any]:
    """What the page of a partner shows."""
    entry = page.about
    # Where it is says more than what it is about.
    landmarks: list[Landmark] = [site.all(Campus)[entry.campus]] if entry.campus else []
    landmarks += [site.all(Cluster)[slug] for slug in entry.clusters]
    return {
        "partner": entry,
        "portal": portal(entry, landmarks[0] if landmarks else None),
        "campus": site.nearest(page.locale, CampusPage.key_of(entry.campus)) if entry.campus else None,
        "bridge": relation_bridge(entry.slug, sentences(site, entry.slug, page.locale)),
        "further": two_steps(site, entry.slug),
        "related": site.once(related, page),
        "around": site.once(_around, page),
        "stories": stories_of(site, entry, page.locale),
        "actions": actions_of(site, entry),
        "numbers": figures_of(site, entry),
    }


@view(Directory)
def directory(site: Site, page: Page[Directory]) -> Mapping[str, Any]:
    """The partners of one page of the directory by kind, what to choose from all of them, and names by place."""
    partners = site.once(_by_kind, page.locale)
    size = page.about.a_page
    parts = site.parts(page)
    shown = partners[(page.part - 1) * size : page.part * size]
    places = {
        "cluster": [(entry, partners_of(site, entry, page.locale, "cluster")) for entry in site.all(Cluster).values()],
        "campus": [(entry, partners_of(site, entry, page.locale, "campus")) for entry in site.all(Campus).values()],
    }
    starts = {kind: parts[first // size + 1] for kind, first in site.once(_first_of_kind, page.locale).items()}
    return {
        "kinds": {kind: [*group] for kind, group in groupby(shown, key=lambda partner: partner.about.kind)},
        "starts": starts,
        "places": places,
        "choices": {
            "kind": {kind: site.string(f"kind.{kind}", page.locale) for kind in starts},
            "cluster": {slug: cluster.name[page.locale] for slug, cluster in site.all(Cluster).items()},
            "campus": {slug: campus.name[page.locale] for slug, campus in site.all(Campus).items()},
        },
        "partner_count": len(partners),
        "shown_count": len(shown),
        "parts": parts,
    }


def _by_kind(site: Site, locale: str) -> list[Page[Partner]]:
    """The partners in the order of the directory."""
    order = {kind: i for i, kind in enumerate(get_args(PartnerKind))}
    return sorted(site.listed(Partner, locale), key=lambda partner: (order[partner.about.kind], *_near_first(partner)))


def _first_of_kind(site: Site, locale: str) -> Mapping[str, int]:
    """Where each kind begins among them."""
    first: dict[str, int] = {}
    for i, partner in enumerate(site.once(_by_kind, locale)):
        first.setdefault(partner.about.kind, i)
    return first


def _around(site: Site, page: Page[Partner]) -> list[Page[Partner]]:
    """Others of its campus, or else of its clusters: those of the city and the region first, within what is weighed."""
    here = page.about
    places: list[Landmark] = (
        [site.all(Campus)[here.campus]] if here.campus else [site.all(Cluster)[slug] for slug in here.clusters]
    )
    near = {other.key: other for place in places for other in site.partners(page.locale, place)[:WEIGHED]}
    return sorted((other for other in near.values() if other.key != page.key), key=_near_first)[:AROUND]


def _near_first(page: Page[Partner]) -> tuple[bool, str]:
    return page.about.place in ELSEWHERE, page.title.casefold()

"""Partners: a page per organisation, made from content/data/partners, and the directory of them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.art.portals import portal
from portal.model.page import Page
from portal.model.relation_bridge import relation_bridge
from portal.model.sentences import sentences
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.landmark import Landmark
from portal.schema.page import CampusPage, Directory
from portal.schema.partner import Partner, PartnerKind
from portal.views import view

AROUND = 12
"""Enough names to go on to from an organisation of which little is known."""

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
        "around": _around(site, page)[:AROUND],
        "stories": site.stories(page.locale, entry),
    }


@view(Directory)
def directory(site: Site, page: Page[Directory]) -> Mapping[str, Any]:
    """The partners by kind, and the names by cluster and by campus."""
    pages = sorted(site.listed(Partner, page.locale), key=_near_first)
    kinds = {kind: [partner for partner in pages if partner.about.kind == kind] for kind in get_args(PartnerKind)}
    kinds = {kind: partners for kind, partners in kinds.items() if partners}
    clusters = {
        slug: (cluster, [partner for partner in pages if slug in partner.about.clusters])
        for slug, cluster in site.all(Cluster).items()
    }
    campuses = {
        slug: (campus, [partner for partner in pages if partner.about.campus == slug])
        for slug, campus in site.all(Campus).items()
    }
    return {
        "kinds": kinds,
        "clusters": clusters,
        "campuses": campuses,
        "choices": {
            "kind": {kind: site.string(f"kind.{kind}", page.locale) for kind in kinds},
            "cluster": {slug: cluster.name[page.locale] for slug, (cluster, _) in clusters.items()},
            "campus": {slug: campus.name[page.locale] for slug, (campus, _) in campuses.items()},
        },
        "partner_count": len(pages),
    }


def _around(site: Site, page: Page[Partner]) -> list[Page[Partner]]:
    """The others of its campus, or else of its clusters."""
    here = page.about
    others = [other for other in sorted(site.listed(Partner, page.locale), key=_near_first) if other.about != here]
    if here.campus:
        return [other for other in others if other.about.campus == here.campus]
    return [other for other in others if set(other.about.clusters) & set(here.clusters)]


def _near_first(page: Page[Partner]) -> tuple[bool, str]:
    return page.about.place in ELSEWHERE, page.title.casefold()

"""Partners: a page per organisation, made from content/data/partners, and the directory of them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.model.sentences import sentences
from portal.model.site import Page, Site
from portal.schema.landmark import Landmark
from portal.schema.partner import Partner, PartnerKind
from portal.views import view

ELSEWHERE = ("east-netherlands", "netherlands", "europe")
"""Neighbours come after those of the city and the region, within their kind."""


@view("partner")
def partner(site: Site, page: Page) -> Mapping[str, Any]:
    """What the page of a partner shows."""
    assert isinstance(page.entry, Partner)
    entry = page.entry
    # Where it is says more than what it is about.
    landmarks: list[Landmark] = [site.campuses[entry.campus]] if entry.campus else []
    landmarks += [site.clusters[slug] for slug in entry.clusters]
    return {
        "partner": entry,
        "landmark": landmarks[0] if landmarks else None,
        "campus": site.page(page.locale, f"campuses/{entry.campus}"),
        "relations": sentences(site, entry.slug, page.locale),
        "stories": site.stories(page.locale, partner=entry.slug),
    }


@view("directory")
def directory(site: Site, page: Page) -> Mapping[str, Any]:
    """The partners by kind, and the names by cluster and by campus."""
    pages = sorted(site.listed("partner", page.locale), key=_near_first)

    def where(**wanted: str) -> list[Page]:
        return [partner for partner in pages if all(_has(partner.entry, *item) for item in wanted.items())]

    kinds = {kind: where(kind=kind) for kind in get_args(PartnerKind)}
    return {
        "kinds": {kind: partners for kind, partners in kinds.items() if partners},
        "clusters": {slug: (cluster, where(clusters=slug)) for slug, cluster in site.clusters.items()},
        "campuses": {slug: (campus, where(campus=slug)) for slug, campus in site.campuses.items()},
        "choices": {
            "kind": {kind: site.string(f"kind.{kind}", page.locale) for kind, partners in kinds.items() if partners},
            "cluster": {slug: cluster.name[page.locale] for slug, cluster in site.clusters.items()},
            "campus": {slug: campus.name[page.locale] for slug, campus in site.campuses.items()},
        },
        "count": len(pages),
    }


def _near_first(page: Page) -> tuple[bool, str]:
    assert isinstance(page.entry, Partner)
    return page.entry.place in ELSEWHERE, page.title.casefold()


def _has(entry: object, field: str, value: str) -> bool:
    found = getattr(entry, field)
    return value in found if isinstance(found, tuple) else value == found


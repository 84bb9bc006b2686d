"""The relocation guide: its overview with the planner, a page per step, chapters, and the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.model.site import Page, Site
from portal.schema import Eligibility, Step
from portal.schema.step import Company, Origin, Role
from portal.views import view

CHOICES = {"origin": get_args(Origin), "role": get_args(Role), "with": get_args(Company)}
"""What the planner asks, and the answers to choose from: those that steps can be for."""


@view("guide")
def guide(site: Site, page: Page) -> Mapping[str, Any]:
    """The overview: every step by phase, and the chapters."""
    steps = [_page(site, page.locale, slug) for slug in site.steps]
    return {
        "phases": [(phase, [step for step in steps if _step(step).phase == phase.slug]) for phase in site.phases],
        "checks": site.listed("eligibility", page.locale),
        "chapters": site.listed("chapter", page.locale),
        "count": len(steps),
        "choices": CHOICES,
    }


@view("step")
def step(site: Site, page: Page) -> Mapping[str, Any]:
    """One step, with the steps around it."""
    entry = _step(page)
    order = list(site.steps)
    at = order.index(entry.slug)
    needed_by = [slug for slug, other in site.steps.items() if entry.slug in other.needs]
    return {
        "step": entry,
        "phase": next(phase for phase in site.phases if phase.slug == entry.phase),
        "phases": [(phase, _first(site, page.locale, phase.slug)) for phase in site.phases],
        "needs": [_page(site, page.locale, slug) for slug in entry.needs],
        "needed_by": [_page(site, page.locale, slug) for slug in needed_by],
        "previous": _page(site, page.locale, order[at - 1]) if at else None,
        "next": _page(site, page.locale, order[at + 1]) if at + 1 < len(order) else None,
        "helpers": [partner for slug in entry.with_ if (partner := site.page(page.locale, f"partners/{slug}"))],
        "checks": [_check(site, page.locale, other) for other in site.eligibility.values() if other.step == entry.slug],
        "official": site.sources[entry.official],
    }


@view("chapter")
def chapter(site: Site, page: Page) -> Mapping[str, Any]:
    """A chapter, with the others to go on to."""
    return {"chapters": [other for other in site.listed("chapter", page.locale) if other.key != page.key]}


@view("glossary")
def glossary(site: Site, page: Page) -> Mapping[str, Any]:
    """Every term, in the order of the alphabet."""
    return {"terms": sorted(site.terms.values(), key=lambda term: term.name[page.locale].casefold())}


def _page(site: Site, locale: str, slug: str) -> Page:
    return site.pages[locale, site.steps[slug].key]


def _check(site: Site, locale: str, check: Eligibility) -> Page:
    return site.pages[locale, check.key]


def _step(page: Page) -> Step:
    assert isinstance(page.entry, Step)
    return page.entry


def _first(site: Site, locale: str, phase: str) -> Page | None:
    """The first step of a phase: where its arch leads."""
    return next((_page(site, locale, slug) for slug, step in site.steps.items() if step.phase == phase), None)


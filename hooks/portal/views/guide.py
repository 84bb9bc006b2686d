"""The relocation guide: its overview with the planner, a page per step, chapters, and the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.eligibility import Eligibility
from portal.schema.page import Chapter, Glossary, Guide
from portal.schema.partner import Partner
from portal.schema.source import Source
from portal.schema.step import Company, Origin, Phase, Role, Step
from portal.schema.term import Term
from portal.views import view

CHOICES = {"origin": get_args(Origin), "role": get_args(Role), "with": get_args(Company)}
"""What the planner asks, and the answers to choose from: those that steps can be for."""


@view(Guide)
def guide(site: Site, page: Page[Guide]) -> Mapping[str, Any]:
    """The overview: every step by phase, and the chapters."""
    steps = [site.page_of(step, page.locale) for step in site.all(Step).values()]
    phases = site.all(Phase).values()
    return {
        "phases": [(phase, [step for step in steps if step.about.phase == phase.slug]) for phase in phases],
        "checks": site.listed(Eligibility, page.locale),
        "chapters": site.listed(Chapter, page.locale),
        "step_count": len(steps),
        "choices": CHOICES,
    }


@view(Step)
def step(site: Site, page: Page[Step]) -> Mapping[str, Any]:
    """One step, with the steps around it."""
    entry = page.about
    steps = list(site.all(Step).values())
    at = steps.index(entry)

    def shown(step: Step) -> Page[Any]:
        return site.page_of(step, page.locale)

    return {
        "step": entry,
        "phase": site.all(Phase)[entry.phase],
        "phases": [(phase, _first(site, page.locale, steps, phase.slug)) for phase in site.all(Phase).values()],
        "needs": [shown(site.all(Step)[slug]) for slug in entry.needs],
        "needed_by": [shown(other) for other in site.needed_by.get(entry.slug, ())],
        "previous": shown(steps[at - 1]) if at else None,
        "next": shown(steps[at + 1]) if at + 1 < len(steps) else None,
        "helpers": [site.page_of(site.all(Partner)[slug], page.locale) for slug in entry.with_],
        "checks": [
            site.page_of(reference.owner, page.locale)
            for reference in site.naming(entry)
            if isinstance(reference.owner, Eligibility)
        ],
        "official": site.all(Source)[entry.official],
    }


@view(Chapter)
def chapter(site: Site, page: Page[Chapter]) -> Mapping[str, Any]:
    """A chapter, with the others to go on to."""
    return {"chapters": [other for other in site.listed(Chapter, page.locale) if other.key != page.key]}


@view(Glossary)
def glossary(site: Site, page: Page[Glossary]) -> Mapping[str, Any]:
    """Every term, in the order of the alphabet."""
    return {"terms": sorted(site.all(Term).values(), key=lambda term: term.name[page.locale].casefold())}


def _first(site: Site, locale: str, steps: list[Step], phase: str) -> Page[Any] | None:
    """The first step of a phase: where its arch leads."""
    return next((site.page_of(step, locale) for step in steps if step.phase == phase), None)

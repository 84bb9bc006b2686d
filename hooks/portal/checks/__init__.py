"""Checks of the content as a whole: one concern a module, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from portal.checks import (
    addresses,
    contacts,
    corrections,
    debris,
    descriptions,
    doubts,
    downloads,
    eligibility_rules,
    elsewhere,
    events,
    figures,
    future_days,
    gone,
    language,
    limits,
    links,
    markdown,
    numbers,
    outline,
    picture_names,
    pictures,
    placed_pictures,
    reading_level,
    references,
    relations,
    same_twice,
    shelf_life,
    steps,
    stories,
    strings,
    structure,
    terms,
    versions,
)
from portal.content.reading import read
from portal.model.clock import build_day
from portal.model.site import Site
from portal.words.problem import ContentError, Problem

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    limits.check,
    versions.check,
    references.check,
    gone.check,
    relations.check,
    steps.check,
    stories.check,
    corrections.check,
    eligibility_rules.check,
    figures.check,
    markdown.check,
    structure.check,
    pictures.check,
    placed_pictures.check,
    downloads.check,
    picture_names.check,
    links.check,
    addresses.check,
    strings.check,
    contacts.check,
    terms.check,
    debris.check,
    descriptions.check,
    elsewhere.check,
    events.check,
    same_twice.check,
    language.check,
    numbers.check,
    outline.check,
    future_days.check,
)
"""What can stop a build."""

ADVICE: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    shelf_life.check,
    reading_level.check,
    doubts.check,
)
"""What only ever gives advice, so that a build does not wait for it."""


def examine(root: Path, day: date | None = None) -> tuple[Site, list[Problem]]:
    """Read the content of a project and check it on a day (today): the site, and every problem and advice, sorted."""
    site, problems = _mistakes(root, day)
    for check in ADVICE:
        for problem in check(site):
            assert problem.severity == "advice", f"a build would not see {problem.key}"
            problems.add(problem)
    return site, sorted(problems)


def read_site(root: Path) -> Site:
    """Read the content of a project and check it, everything at once; raise ContentError if anything is wrong."""
    site, problems = _mistakes(root)
    if errors := sorted(problem for problem in problems if problem.severity == "error"):
        raise ContentError(errors)
    return site


def errors(site: Site) -> list[Problem]:
    """What is wrong with a site that was read, sorted."""
    return sorted(problem for problem in _found(site) if problem.severity == "error")


def _mistakes(root: Path, day: date | None = None) -> tuple[Site, set[Problem]]:
    """The site, and what was found while it was read and by CHECKS."""
    site = Site(read(root), day or build_day())
    return site, _found(site)


def _found(site: Site) -> set[Problem]:
    problems = set(site.content.problems)
    for check in CHECKS:
        problems.update(check(site))
    return problems

"""Checks of the content as a whole: one concern a module, each a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from portal.checks import (
    addresses,
    eligibility_rules,
    links,
    markdown,
    pictures,
    references,
    relations,
    steps,
    stories,
    strings,
    twins,
)
from portal.content.reading import read
from portal.model.site import Site
from portal.words.problem import ContentError, Problem

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    twins.check,
    references.check,
    relations.check,
    steps.check,
    stories.check,
    eligibility_rules.check,
    markdown.check,
    pictures.check,
    links.check,
    addresses.check,
    strings.check,
)


def read_site(root: Path) -> Site:
    """Read the content of a project and check it, everything at once; raise ContentError if anything is wrong."""
    content = read(root)
    site = Site(content)
    problems = list(content.problems)
    for check in CHECKS:
        problems += check(site)
    if problems:
        raise ContentError(problems)
    return site

"""Steps: those that wait for each other come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.model.site import Site
from portal.schema import Step
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Steps that need each other in a circle, and deadlines that count from each other."""
    needs = {slug: step.needs for slug, step in site.steps.items()}
    counts = {slug: (step.deadline.from_,) if step.deadline else () for slug, step in site.steps.items()}
    for slug, step in site.steps.items():
        yield from _circle(step, slug, needs, "needs")
        yield from _circle(step, slug, counts, "deadline")


def _circle(step: Step, start: str, after: Mapping[str, tuple[str, ...]], field: str) -> Iterator[Problem]:
    seen: set[str] = set()
    waiting = list(after[start])
    while waiting:
        slug = waiting.pop()
        if slug == start:
            yield step.file.problem("step.circle", field)
            return
        if slug not in seen:
            seen.add(slug)
            waiting += after.get(slug, ())

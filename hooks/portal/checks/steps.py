"""Steps: those that wait for each other come to an end, and stand in the order in which they can be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.model.site import Site
from portal.schema.step import MOMENTS, Phase, Step
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Circles, steps that stand before what they need, deadlines that cannot be counted, phases without a step."""
    steps = site.all(Step)
    needs = {slug: step.needs for slug, step in steps.items()}
    counts = {slug: (step.deadline.from_,) if step.deadline else () for slug, step in steps.items()}
    order = list(steps)
    for slug, step in steps.items():
        circles = [*_circle(step, slug, needs, "needs"), *_circle(step, slug, counts, "deadline")]
        yield from circles
        for i, other in enumerate(() if circles else step.needs):
            if other in steps and order.index(other) > order.index(slug):
                yield step.file.problem("step.order", "needs", i, found=other)
        if step.deadline and step.deadline.from_ in steps:
            phase = site.all(Phase).get(steps[step.deadline.from_].phase)
            # The planner counts a deadline after a step from the day of arrival.
            if step.deadline.before or (phase and not phase.counts):
                words = {"found": step.deadline.from_, "allowed": ", ".join(MOMENTS)}
                yield step.file.problem("step.deadline", "deadline", "from", **words)
    if not site.content.unread:
        used = {step.phase for step in steps.values()}
        for slug, phase in site.all(Phase).items():
            if slug not in used:
                yield phase.file.problem("phase.empty", found=slug)


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

"""Days still to come where an editor looks back: mostly a year mistyped.

Advice, not a mistake: what may be built must not hang on the clock of the machine, or on the day of a repeated build.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.model.clock import build_day
from portal.model.site import Site
from portal.schema.entry import Statement
from portal.schema.marks import records_in
from portal.schema.source import Source
from portal.words.problem import Place, Problem

OLDEST = date(1990, 1, 1)
"""Nobody looked anything up for a site of the web before there was one."""


def check(site: Site) -> Iterator[Problem]:
    """The pages that are true up to a day after today, what somebody read after today, and days of another century."""
    today = build_day()  # not site.day: who asks how the facts will stand next year has not lived until then
    for file, at, day in _days(site):
        if day < OLDEST:
            yield file.problem("past-day", *at, found=day.isoformat())
        elif day > today:
            yield file.problem("future-day", *at, found=day.isoformat(), day=today)


def _days(site: Site) -> Iterator[tuple[Place, tuple[str | int, ...], date]]:
    for page in site.content.pages:
        yield page.file, ("as_of",), page.front.as_of
    for source in site.all(Source).values():
        yield source.file, ("checked",), source.checked
    for entries in site.content.entries.values():
        for entry in entries.values():
            for at, fact in records_in(entry, Statement):
                if fact.checked:
                    yield entry.file, (*at, "checked"), fact.checked

"""Shelf life: which statements hold on a day, which will, and where one has run out with nothing in its place.

A statement that has expired is never shown as current. Where nothing replaces it, its place says that it has changed
and whom to ask; the build goes on, since an old amount must not keep a story from being published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from portal.schema.entry import Statement

SOON = timedelta(days=60)
"""How long before the end a check warns."""
VOLATILE = timedelta(days=180)
"""How long a reading of something that may change any day is good for."""


@dataclass(frozen=True)
class Shown:
    """A statement as it stands on a day."""

    state: Literal["current", "future", "expired"]
    statement: Statement
    index: int
    """Where it stands among the statements of its entry."""

    @property
    def changed_on(self) -> date:
        """The first day on which an expired statement is no longer true."""
        assert self.statement.valid_until is not None
        return self.statement.valid_until + timedelta(days=1)


def on(statements: Iterable[Statement], day: date) -> list[Shown]:
    """The statements to show on a day: of each series what holds first, then what is to come.

    Of a series that has run out its last statement is shown as expired; what was replaced is not shown.
    """
    shown: list[Shown] = []
    for series in _series(statements):
        current = [(i, s) for i, s in series if _holds(s, day)]
        future = [(i, s) for i, s in series if s.valid_from and s.valid_from > day]
        past = [(i, s) for i, s in series if s.valid_until and s.valid_until < day]
        if not current and past:
            index, last = max(past, key=lambda item: item[1].valid_until or date.min)
            shown.append(Shown("expired", last, index))
        shown += [Shown("current", s, i) for i, s in current]
        shown += [Shown("future", s, i) for i, s in sorted(future, key=lambda item: item[1].valid_from or date.min)]
    return shown


def _series(statements: Iterable[Statement]) -> Iterator[list[tuple[int, Statement]]]:
    """The statements in the order in which they stand, those of a series together where its first one stands."""
    groups: dict[str, list[tuple[int, Statement]]] = {}
    for index, statement in enumerate(statements):
        groups.setdefault(statement.series or f"#{index}", []).append((index, statement))
    yield from groups.values()


def _holds(statement: Statement, day: date) -> bool:
    return (statement.valid_from or date.min) <= day <= (statement.valid_until or date.max)


@dataclass(frozen=True)
class Due:
    """A statement that wants an editor's attention."""

    state: Literal["overdue", "soon", "unchecked"]
    index: int
    day: date
    """The day on which it ran out or will, or on which somebody last looked."""


def due(statements: tuple[Statement, ...], day: date, checked: dict[str, date]) -> Iterator[Due]:
    """What has run out with nothing in its place, what will within 60 days, and what nobody looked at for long.

    `checked` gives the day each source was checked, by slug.
    """
    for shown in on(statements, day):
        end = shown.statement.valid_until
        if shown.state == "expired":
            yield Due("overdue", shown.index, shown.changed_on)
        elif end and end < day + SOON and not _replaced(statements, shown, end):
            yield Due("soon", shown.index, end)
        seen = shown.statement.checked or checked.get(shown.statement.source, day)
        if shown.statement.volatile and seen + VOLATILE < day:
            yield Due("unchecked", shown.index, seen)


def _replaced(statements: tuple[Statement, ...], shown: Shown, end: date) -> bool:
    series = shown.statement.series
    return series is not None and any(s.series == series and _holds(s, end + timedelta(days=1)) for s in statements)

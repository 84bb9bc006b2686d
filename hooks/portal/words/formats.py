"""Dates, numbers and lists as each language writes them, by Babel."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

_BABEL = {"nl": "nl_NL", "en": "en_GB"}


def territory(locale: str) -> str:
    """`nl_NL`, `en_GB`."""
    return _BABEL[locale]


def day(value: date, locale: str) -> str:
    """`21 november 2026`, `21 November 2026`."""
    return format_date(value, format="long", locale=_BABEL[locale])


def partial_date(value: str, locale: str) -> str:
    """A year, a month or a day, from its ISO form."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    if len(parts) == 2:
        return format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=_BABEL[locale])
    return day(date.fromisoformat(value), locale)


def number(value: float, locale: str) -> str:
    """`1.700`, `1,700`."""
    return format_decimal(value, locale=_BABEL[locale])


def listed(count: int, locale: str) -> list[str | int]:
    """A list in running text (`A, B en C`) as the positions of its items with the words between them.

    The items are filled in by whoever draws them, since each may be a link.
    """
    marks = [f"\0{i}\0" for i in range(count)]
    text = format_list(marks, locale=_BABEL[locale]) if marks else ""
    return [int(part) if i % 2 else part for i, part in enumerate(text.split("\0")) if part]


def capitalized(text: str) -> str:
    """A sentence starts with a capital, also when it starts with `de` or `het`."""
    return text[:1].upper() + text[1:]

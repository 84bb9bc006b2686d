"""Dates, numbers and lists as each language writes them, by Babel.

`territory` is a language where it is spoken, as Babel names it: `nl_NL`, `en_GB`. It matters: in `en_US` a day is
written with the month first.
"""

from __future__ import annotations

import functools
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal


@functools.lru_cache(maxsize=4096)
def day(value: date, territory: str) -> str:
    """`21 november 2026`, `21 November 2026`."""
    return format_date(value, format="long", locale=territory)


@functools.lru_cache(maxsize=4096)
def partial_date(value: str, territory: str) -> str:
    """A year, a month or a day, from its ISO form."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    if len(parts) == 2:
        return format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=territory)
    return day(date.fromisoformat(value), territory)


@functools.lru_cache(maxsize=4096)
def number(value: float, territory: str) -> str:
    """`1.700`, `1,700`."""
    return format_decimal(value, locale=territory)


def listed(count: int, territory: str) -> list[str | int]:
    """A list in running text (`A, B en C`) as the positions of its items with the words between them.

    The items are filled in by whoever draws them, since each may be a link.
    """
    marks = [f"\0{i}\0" for i in range(count)]
    text = format_list(marks, locale=territory) if marks else ""
    return [int(part) if i % 2 else part for i, part in enumerate(text.split("\0")) if part]


@functools.cache
def language(code: str, territory: str) -> str:
    """What a language is called in another: `nl` is `Dutch` in `en_GB`."""
    return str(Locale.parse(territory).languages.get(code, code))


def capitalized(text: str) -> str:
    """A sentence starts with a capital, also when it starts with `de` or `het`."""
    return text[:1].upper() + text[1:]

"""Phrases with which a text says that something is not known (doubts.yml)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from portal.words.own_file import own_file


@functools.cache
def languages() -> Mapping[str, re.Pattern[str]]:
    """What to look for, by language."""
    said = own_file("doubts.yml")
    return {name: re.compile("|".join(phrases), re.IGNORECASE) for name, phrases in said.items()}


def doubts(text: str, locale: str) -> Iterator[re.Match[str]]:
    """The phrases of not knowing in a text, from left to right. None in a language that has no list."""
    looked_for = languages().get(locale)
    return looked_for.finditer(text) if looked_for else iter(())

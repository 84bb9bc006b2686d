"""Titles that fit: on a card, in a tab, on a phone. A word without end cannot be broken, only made smaller."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.words.problem import Problem

MAX_TITLE = 200
MAX_WORD = 60


def check(site: Site) -> Iterator[Problem]:
    """Pages whose title, or a word of it, is longer than anything can show."""
    for page in site.pages.values():
        field = "title" if page.written else "name"
        if len(page.title) > MAX_TITLE:
            yield page.file.problem("too-long", field, length=len(page.title), limit=MAX_TITLE)
        elif (longest := max(map(len, page.title.split()), default=0)) > MAX_WORD:
            yield page.file.problem("limit.word", field, length=longest, limit=MAX_WORD)

"""Titles and descriptions that two pages of a language share, and titles that are too long to be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.words.problem import Problem

TITLE = 100
"""Characters. What is longer is cut off in a search engine, on a card and in the tab of a browser."""


def check(site: Site) -> Iterator[Problem]:
    """What a reader could not tell apart in a list."""
    titles: dict[tuple[str, str], Page[Any]] = {}
    descriptions: dict[tuple[str, str], Page[Any]] = {}
    for page in site.pages.values():
        if page.part > 1:  # a list goes on, under the same name
            continue
        title, description = ("title", "description") if page.written else ("name", "summary")
        for key, seen, text, at in (
            ("same.title", titles, page.title, title),
            ("same.description", descriptions, page.description, description),
        ):
            other = seen.setdefault((page.locale, text.casefold()), page)
            if other is not page:
                yield page.file.problem(key, at, other=other.file.path)
        if len(page.title) > TITLE:
            yield page.file.problem("same.long", title, length=len(page.title), limit=TITLE)

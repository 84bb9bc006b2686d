"""Search: the page that asks, and that lists everything by its letter."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.page import FrontMatter


class SearchPage(FrontMatter):
    """content/<locale>/search/index.md: a language without one has no search of its own."""

    page_kind: ClassVar[str] = "search"
    at: ClassVar[str] = "search/index"

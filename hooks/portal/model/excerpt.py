"""The first of a list, and where the rest of it is: a page does not weigh more because there is more to list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from portal.model.page import Page

STORIES = 6
NAMES = 40


@dataclass(frozen=True)
class Excerpt:
    """Pages of a list, of which there may be more."""

    pages: Sequence[Page[Any]]
    count: int
    """How many there are in all."""
    index: Page[Any] | None
    """The list of them all."""
    query: str = ""
    """What narrows that list to these, such as `?cluster=x`; without a script the whole list is there."""

    @property
    def more(self) -> bool:
        """Whether there are more than are shown."""
        return self.count > len(self.pages)


def excerpt(pages: Sequence[Page[Any]], most: int, index: Page[Any] | None, **choices: str) -> Excerpt:
    """The first pages of a list, at most so many, with the way to the rest."""
    return Excerpt(pages[:most], len(pages), index, f"?{urlencode(choices)}" if choices else "")

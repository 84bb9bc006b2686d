"""Site, the real build: who jumps from heading to heading meets every level in turn."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from portal.model.page import Page
from tests.real_site import PAGES, found_on, html

HEADINGS = "h1, h2, h3, h4, h5, h6"


def test_no_level_of_heading_is_skipped(built: Path) -> None:
    def skipped(page: Page[Any]) -> object:
        # A page begins above its first level: whatever is not an h1 there, is too deep.
        levels = [0, *(int((node.tag or "")[1]) for node in html(page, built).css(HEADINGS))]
        return [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]

    assert found_on(PAGES, skipped) == {}


def test_no_heading_is_empty(built: Path) -> None:
    def empty(page: Page[Any]) -> object:
        return [node.html for node in html(page, built).css(HEADINGS) if not node.text(strip=True)]

    assert found_on(PAGES, empty) == {}


def test_every_heading_stands_in_the_main_part_or_the_footer(built: Path) -> None:
    def elsewhere(page: Page[Any]) -> object:
        tree = html(page, built)
        inside = [node for part in tree.css("main, footer") for node in part.css(HEADINGS)]
        return len(tree.css(HEADINGS)) - len(inside)

    assert found_on(PAGES, elsewhere) == {}

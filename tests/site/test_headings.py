"""Site, the real build: who jumps from heading to heading meets every level in turn."""

from __future__ import annotations

import itertools
from pathlib import Path

from portal.site import Page
from tests.real_site import each_page, html

HEADINGS = "h1, h2, h3, h4, h5, h6"


@each_page
def test_no_level_of_heading_is_skipped(page: Page, built: Path) -> None:
    levels = [int((node.tag or "")[1]) for node in html(page, built).css(HEADINGS)]
    assert levels[0] == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


@each_page
def test_no_heading_is_empty(page: Page, built: Path) -> None:
    assert [node.html for node in html(page, built).css(HEADINGS) if not node.text(strip=True)] == []


@each_page
def test_every_heading_outside_the_footer_stands_in_the_main_part(page: Page, built: Path) -> None:
    tree = html(page, built)
    assert len(tree.css(HEADINGS)) == len(tree.css("main :is(h1, h2, h3, h4, h5, h6), footer :is(h2, h3, h4)"))

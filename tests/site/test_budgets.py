"""Site, the real build: what a phone on a slow network has to fetch, compressed as hosts do (brotli)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import brotli

from portal.site import Page
from tests.real_site import STORIES, each, each_page, file_at, internal, links

KB = 1024


@functools.cache
def _size(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(brotli.compress(content))


@each_page
def test_the_html_of_a_page_is_at_most_14_kb(page: Page, built: Path) -> None:
    assert _size(file_at(page.address, built)) <= 14 * KB


def test_the_css_is_at_most_12_kb(built: Path) -> None:
    assert sum(map(_size, built.rglob("*.css"))) <= 12 * KB


def test_the_javascript_is_at_most_6_kb(built: Path) -> None:
    assert sum(map(_size, built.rglob("*.js"))) <= 6 * KB


def _first_visit(page: Page, built: Path) -> set[Path]:
    """The page, what it loads, and what its stylesheets load."""
    loads = ("link", "script", "img", "source", "video", "audio")
    paths = [path for node, url in links(page, built) if node.tag in loads and (path := internal(url))]
    files = {file_at(path, built) for path in paths if not path.endswith("/")}
    for css in [file for file in files if file.suffix == ".css"]:
        urls = re.findall(r"url\([\"']?([^\"')]*)", css.read_text(encoding="utf-8"))
        files |= {css.parent / url for url in urls}
    return {file_at(page.address, built), *files}


@each(STORIES)
def test_a_first_visit_to_a_story_is_at_most_90_kb_in_8_requests(page: Page, built: Path) -> None:
    files = _first_visit(page, built)
    assert {".html", ".css", ".woff2"} <= {file.suffix for file in files}
    assert sum(map(_size, files)) <= 90 * KB
    assert len(files) <= 8

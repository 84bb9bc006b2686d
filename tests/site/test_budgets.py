"""Site, the real build: what a phone on a slow network has to fetch, compressed as hosts do (brotli).

What a whole visit costs is measured by a browser: tests/browser/test_first_visit.py.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import brotli

from portal.model.page import Page
from tests.real_site import every_page, file_at

KB = 1024


@functools.cache
def _size(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(brotli.compress(content))


@every_page()
def test_the_html_of_a_page_is_at_most_14_kb(page: Page[Any], built: Path) -> None:
    assert _size(file_at(page.address, built)) <= 14 * KB


def test_the_css_is_at_most_12_kb(built: Path) -> None:
    assert sum(map(_size, built.rglob("*.css"))) <= 12 * KB


@every_page()
def test_the_javascript_of_a_page_is_at_most_6_kb(page: Page[Any], built: Path) -> None:
    """A script loads only where its component is, with the modules that it imports."""
    html = file_at(page.address, built).read_text(encoding="utf-8")
    scripts = re.findall(r'<script type="module" src="[^"]*?([\w.-]+)">', html)
    assert sum(_size(built / "assets" / name) for name in _with_imports(scripts, built)) <= 6 * KB


def _with_imports(scripts: list[str], built: Path) -> set[str]:
    every = set(scripts)
    for name in scripts:
        text = (built / "assets" / name).read_text(encoding="utf-8")
        every |= _with_imports(re.findall(r'from "\./([\w.-]+)"', text), built)
    return every

"""Site, the real build: what every page says of itself in its head, and once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from portal.model.page import Page
from tests.conftest import BASE
from tests.real_site import PAGES, SITE, attribute, every_page, file_at, html


@every_page()
def test_a_page_has_one_heading_of_the_first_level(page: Page[Any], built: Path) -> None:
    (heading,) = html(page, built).css("h1")
    assert heading.text(strip=True)


@every_page()
def test_a_page_has_the_title_that_its_editor_gave_it(page: Page[Any], built: Path) -> None:
    (title,) = html(page, built).css("title")
    assert page.title in title.text()


@every_page()
def test_a_page_has_the_description_that_its_editor_gave_it(page: Page[Any], built: Path) -> None:
    assert attribute(html(page, built), "meta[name=description]", "content") == page.description


@every_page()
def test_a_page_says_its_language(page: Page[Any], built: Path) -> None:
    assert attribute(html(page, built), "html", "lang") == page.locale


@every_page()
def test_a_page_says_its_own_absolute_address(page: Page[Any], built: Path) -> None:
    assert attribute(html(page, built), "link[rel=canonical]", "href") == BASE + page.address


@every_page()
def test_a_page_says_its_encoding_where_browsers_look_for_it(page: Page[Any], built: Path) -> None:
    assert b'<meta charset="utf-8">' in file_at(page.address, built).read_bytes()[:1024]


@every_page()
def test_a_page_can_be_zoomed(page: Page[Any], built: Path) -> None:
    viewport = attribute(html(page, built), "meta[name=viewport]", "content")
    assert viewport == "width=device-width, initial-scale=1"


@every_page()
def test_search_engines_keep_every_page_but_the_404_page(page: Page[Any], built: Path) -> None:
    robots = html(page, built).css("meta[name=robots]")
    assert bool(robots) == (page.kind == "not-found")


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize(("selector", "name"), [("title", ""), ("meta[name=description]", "content")])
def test_no_two_pages_of_a_language_have_the_same(selector: str, name: str, locale: str, built: Path) -> None:
    found = Counter(
        attribute(html(page, built), selector, name) if name else html(page, built).css(selector)[0].text()
        for page in PAGES
        if page.locale == locale
    )
    assert [text for text, times in found.items() if times > 1] == []

"""Browser: nothing is cut off and no page scrolls sideways on a small phone or with large text (WCAG 1.4.4, 1.4.10)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab

from portal import LOCALES
from portal.site import Page
from tests.browser.visits import address, wider_than_the_window
from tests.real_site import PAGES, each_kind


@each_kind
def test_a_page_kind_fits_a_window_of_320_pixels(page: Page, tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(address(page))
    assert wider_than_the_window(tab) == []


@each_kind
def test_a_page_kind_fits_a_window_of_640_pixels_with_text_of_200_percent(page: Page, tab: Tab) -> None:
    tab.set_viewport_size({"width": 640, "height": 900})
    tab.goto(address(page))
    before = tab.evaluate("getComputedStyle(document.body).fontSize")
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    after = tab.evaluate("getComputedStyle(document.body).fontSize")
    assert float(after.removesuffix("px")) == 2 * float(before.removesuffix("px"))
    assert wider_than_the_window(tab) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_name_and_title_fits_a_window_of_320_pixels(locale: str, tab: Tab) -> None:
    # Long words come with the content; the menu and the rest are the same on every page.
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto("/" if locale == "nl" else "/en/")
    for page in PAGES:
        if page.locale == locale:
            tab.evaluate("title => { document.querySelector('h1').textContent = title; }", page.title)
            assert wider_than_the_window(tab) == [], page.source

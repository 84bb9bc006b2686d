"""Browser: the language link of the header leads to the same page in the other language, and back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.model.page import Page
from tests.browser.visits import address
from tests.real_site import ONE_OF_EACH_KIND, SITE, each

DUTCH = [page for page in ONE_OF_EACH_KIND if page.locale == "nl"]
# The link of every page is looked at by tests/site/test_lang_parts.py; here it is followed.
SOME = [page for page in DUTCH if page.kind in ("home", "story", "partner", "directory", "not-found")]
HOME = [page for page in DUTCH if page.kind == "home"]


def _there_and_back(page: Page[Any], tab: Tab, served: str) -> None:
    tab.goto(address(page))
    (twin,) = [version for version in SITE.versions(page) if version is not page]
    tab.locator(f"header a[hreflang={twin.locale}]:visible").first.click()
    expect(tab).to_have_url(served + twin.address)
    expect(tab.locator("html")).to_have_attribute("lang", twin.locale)
    tab.locator(f"header a[hreflang={page.locale}]:visible").first.click()
    expect(tab).to_have_url(served + page.address)


@each(SOME)
def test_the_language_link_leads_to_the_same_page(page: Page[Any], tab: Tab, served: str) -> None:
    _there_and_back(page, tab, served)


@each(HOME)
@pytest.mark.parametrize("width", [320, 1280])
def test_the_language_link_is_there_at_every_width(page: Page[Any], width: int, tab: Tab, served: str) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    _there_and_back(page, tab, served)

"""Browser: the language link of the header leads to the same page in the other language, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.site import Page
from tests.browser.visits import address
from tests.real_site import SITE, each_kind


@pytest.mark.parametrize("width", [390, 1280])
@each_kind
def test_the_language_link_leads_to_the_same_page(page: Page, width: int, tab: Tab, served: str) -> None:
    twin = SITE.twin(page)
    assert twin
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address(page))
    tab.locator(f"header a[hreflang={twin.locale}]:visible").first.click()
    expect(tab).to_have_url(served + twin.address)
    expect(tab.locator("html")).to_have_attribute("lang", twin.locale)
    tab.locator(f"header a[hreflang={page.locale}]:visible").first.click()
    expect(tab).to_have_url(served + page.address)

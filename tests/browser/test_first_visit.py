"""Browser: what a phone fetches for its first story: everything, as a host sends it, with nothing kept from before."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Request

from portal.model.page import Page
from tests.real_site import SITE, STORIES, each

KB = 1024
DUTCH = [page for page in STORIES if page.locale == "nl"]


def _fetched(browser: Browser, served: str, address: str) -> dict[str, int]:
    """What a phone fetches for a page, in bytes as they go out, by their address."""
    context = browser.new_context(base_url=served, viewport={"width": 390, "height": 844}, device_scale_factor=2)
    tab = context.new_page()
    requests: list[Request] = []
    tab.on("request", lambda request: requests.append(request))
    tab.goto(address)
    tab.evaluate("document.fonts.ready.then(() => true)")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in requests}
    context.close()
    return sizes


@each(DUTCH)
def test_a_first_visit_to_a_story_is_at_most_90_kb_in_8_requests(
    page: Page[Any], browser: Browser, served: str
) -> None:
    sizes = _fetched(browser, served, page.address)
    assert {url.rpartition(".")[2] for url in sizes} >= {"css", "js", "woff2"}
    assert len(sizes) <= 8
    assert sum(sizes.values()) <= 90 * KB


def test_a_first_visit_to_the_search_page_is_at_most_60_kb_before_anything_is_asked(
    browser: Browser, served: str
) -> None:
    sizes = _fetched(browser, served, SITE.pages[SITE.languages.default, "search/index"].address)
    assert any("/assets/search." in url for url in sizes)
    assert sum(sizes.values()) <= 60 * KB

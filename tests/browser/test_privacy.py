"""Browser: what a visit asks for, keeps and complains of, under the strictest Content-Security-Policy.

The server of the tests sends that policy with every answer (CONTENT_SECURITY_POLICY in tests/conftest.py).
"""

from __future__ import annotations

from playwright.sync_api import Page as Tab

from portal.site import Page
from tests.browser.conftest import Journal
from tests.browser.visits import address
from tests.conftest import CONTENT_SECURITY_POLICY
from tests.real_site import each_kind


def _use(tab: Tab) -> None:
    """Do what can be done on a page without leaving it."""
    tab.locator("header summary").click()
    tab.keyboard.press("Escape")
    for choice in tab.locator("main select").all():
        choice.select_option(index=1)


@each_kind
def test_a_visit_asks_no_other_host(page: Page, tab: Tab, journal: Journal, served: str) -> None:
    tab.goto(address(page))
    _use(tab)
    assert journal.requests
    assert [url for url in journal.requests if not url.startswith(f"{served}/")] == []


@each_kind
def test_a_visit_leaves_nothing_behind_on_the_visitors_machine(page: Page, tab: Tab) -> None:
    tab.goto(address(page))
    _use(tab)
    assert tab.context.cookies() == []
    assert tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@each_kind
def test_a_page_keeps_to_the_strictest_policy_and_makes_no_error(page: Page, tab: Tab, journal: Journal) -> None:
    answer = tab.goto(address(page))
    assert answer
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    _use(tab)
    assert tab.evaluate("violations") == []
    assert journal.errors == []


def test_the_font_of_the_site_is_the_one_that_is_seen(tab: Tab) -> None:
    tab.goto("/")
    assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Manrope'))")
    assert tab.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")

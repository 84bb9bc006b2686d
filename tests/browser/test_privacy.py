"""Browser: what a visit asks for, keeps and complains of, under the strictest Content-Security-Policy.

The server of the tests sends that policy with every answer (CONTENT_SECURITY_POLICY in tests/static_host.py).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.visits import Visit
from tests.static_host import CONTENT_SECURITY_POLICY


@pytest.fixture(scope="module")
def used(visit: Visit) -> Iterator[Visit]:
    """A visit in which everything was done that can be done without leaving the page. The next one finds nothing."""
    visit.tab.locator("header summary").click()
    visit.tab.keyboard.press("Escape")
    for choice in visit.tab.locator("main select:visible").all():
        choice.select_option(index=1)
    yield visit
    visit.tab.evaluate("localStorage.clear()")


def test_a_visit_leaves_nothing_behind_on_the_visitors_machine(visit: Visit) -> None:
    # What a visitor fills in may stay on that machine; looking at a page leaves nothing there.
    assert visit.tab.context.cookies() == []
    assert visit.tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_using_a_page_sets_no_cookie(used: Visit) -> None:
    assert used.tab.context.cookies() == []


def test_a_visit_asks_no_other_host(used: Visit, served: str) -> None:
    assert used.requests
    assert [url for url in used.requests if not url.startswith(f"{served}/")] == []


def test_a_page_keeps_to_the_strictest_policy(used: Visit) -> None:
    assert used.answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert used.tab.evaluate("violations") == []


def test_a_page_makes_no_error(used: Visit) -> None:
    assert used.errors == []


def test_the_font_of_the_site_is_the_one_that_is_seen(visit: Visit) -> None:
    assert visit.tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Manrope'))")
    assert visit.tab.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")

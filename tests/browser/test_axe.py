"""Browser: axe finds nothing on any page kind, in both languages, on a phone and a desktop, by day and by night."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab

from portal import LOCALES
from tests.browser.accessibility import violations
from tests.browser.visits import Visit, the


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Visit, width: int) -> None:
    visit.tab.set_viewport_size({"width": width, "height": 900})
    # The colours of the night are those of both languages, and to compare them takes as long as all else together.
    night = (visit.page.locale, width) in {("nl", 390), ("en", 1280)}
    assert violations(visit.tab, night=night) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_while_the_menu_is_open(locale: str, tab: Tab) -> None:
    tab.goto(the("home", locale).address)
    tab.locator("header summary").click()
    assert violations(tab, "header") == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("kind", "cluster"), [("directory", "health"), ("story-index", "high-tech")])
def test_axe_finds_nothing_in_a_list_that_is_narrowed(kind: str, cluster: str, locale: str, tab: Tab) -> None:
    tab.goto(the(kind, locale).address)
    tab.locator("select[name=cluster]").select_option(cluster)
    assert violations(tab, "main") == []


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_in_a_list_in_which_nothing_is_left(locale: str, tab: Tab) -> None:
    tab.goto(the("directory", locale).address)
    tab.locator("select[name=kind]").select_option("media")
    tab.locator("select[name=campus]").select_option("novio-tech")
    assert violations(tab, "main") == []

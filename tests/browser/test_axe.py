"""Browser: axe finds nothing in what opens or changes while a page is used. Pages at rest: test_every_kind.py."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.visits import the
from tests.real_site import SITE


@pytest.mark.parametrize("locale", SITE.languages)
def test_axe_finds_nothing_while_the_menu_is_open(locale: str, tab: Tab) -> None:
    tab.goto(the("home", locale).address)
    tab.locator("header summary").click()
    assert violations(tab, "header") == []


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize(("kind", "cluster"), [("directory", "health"), ("story-index", "high-tech")])
def test_axe_finds_nothing_in_a_list_that_is_narrowed(kind: str, cluster: str, locale: str, tab: Tab) -> None:
    tab.goto(the(kind, locale).address)
    tab.locator("select[name=cluster]").select_option(cluster)
    assert violations(tab, "main") == []


@pytest.mark.parametrize("locale", SITE.languages)
def test_axe_finds_nothing_in_a_list_in_which_nothing_is_left(locale: str, tab: Tab) -> None:
    tab.goto(the("directory", locale).address)
    tab.locator("select[name=kind]").select_option("media")
    tab.locator("select[name=campus]").select_option("novio-tech")
    assert violations(tab, "main") == []

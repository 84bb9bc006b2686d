"""Browser: without JavaScript everything can be read and reached; scripts only add to it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.model.page import Page
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.partner import Partner
from tests.browser.visits import address, the
from tests.real_site import SITE, each_kind


@each_kind
def test_a_page_shows_its_heading_and_its_text(page: Page[Any], plain_tab: Tab) -> None:
    plain_tab.goto(address(page))
    expect(plain_tab.locator("h1")).to_be_visible()
    texts = plain_tab.locator("main p:visible")
    assert texts.count() > 0
    expect(texts.first).to_be_visible()


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_menu_opens(locale: str, plain_tab: Tab) -> None:
    plain_tab.goto("/" if locale == "nl" else "/en/")
    link = plain_tab.locator("header details a").first
    expect(link).to_be_hidden()
    plain_tab.locator("header summary").click()
    expect(link).to_be_visible()


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("kind", ["directory", "story-index"])
def test_no_control_is_shown_that_does_nothing(kind: str, locale: str, plain_tab: Tab) -> None:
    plain_tab.goto(the(kind, locale).address)
    assert plain_tab.locator("select, input, button").count() > 0
    expect(plain_tab.locator(":is(select, input, button):visible")).to_have_count(0)


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_directory_leads_to_every_partner(locale: str, plain_tab: Tab) -> None:
    plain_tab.goto(the("directory", locale).address)
    visible = """() => [...document.querySelectorAll("main a[href]")]
      .filter((link) => link.checkVisibility()).map((link) => new URL(link.href).pathname)"""
    shown = set(plain_tab.evaluate(visible))
    assert {page.address for page in SITE.listed(Partner, locale)} <= shown


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_directory_has_a_link_to_each_group_of_each_choice(locale: str, plain_tab: Tab) -> None:
    plain_tab.goto(the("directory", locale).address)
    kinds = {partner.kind for partner in SITE.all(Partner).values()}
    jumps = plain_tab.locator("main a[href^='#']:visible")
    assert jumps.count() == len(kinds) + len(SITE.all(Cluster)) + len(SITE.all(Campus))
    for jump in jumps.all():
        group = plain_tab.locator(f"[id='{(jump.get_attribute('href') or '')[1:]}']")
        expect(group).to_be_visible()
        assert group.evaluate("heading => heading.parentElement.querySelectorAll('a').length") > 0

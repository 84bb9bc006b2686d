"""Browser: the drawing of the ecosystem by keyboard, and the way between two organisations."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.real_site import SITE

NETWORK = SITE.pages["en", "ecosystem/index"].address


@pytest.mark.parametrize("way", ["focus", "hover"])
def test_a_name_on_the_bow_lights_its_lines_without_a_script(way: str, plain_tab: Tab) -> None:
    plain_tab.set_viewport_size({"width": 1440, "height": 900})
    plain_tab.goto(NETWORK)
    party = plain_tab.locator(".bow__party").first
    colour = "lines => getComputedStyle(lines).stroke"
    before = party.locator(".bow__lines").evaluate(colour)
    getattr(party.locator("a"), way)()
    assert party.locator(".bow__lines").evaluate(colour) != before


@pytest.mark.parametrize(("width", "shown", "other"), [(390, ".strand", ".bow"), (1440, ".bow", ".strand")])
def test_one_of_the_two_drawings_is_there(width: int, shown: str, other: str, plain_tab: Tab) -> None:
    plain_tab.set_viewport_size({"width": width, "height": 900})
    plain_tab.goto(NETWORK)
    expect(plain_tab.locator(shown)).to_be_visible()
    expect(plain_tab.locator(other)).to_be_hidden()


def test_the_han_is_connected_to_nxp_through_citc_in_sentences(tab: Tab) -> None:
    tab.goto(NETWORK)
    tab.get_by_label("From", exact=True).select_option("han")
    tab.get_by_label("To", exact=True).select_option("nxp")
    expect(tab.locator(".ways__steps a")).to_have_text(["CITC", "NXP"])
    assert [len(said) > 10 for said in tab.locator(".ways__steps p").all_inner_texts()] == [True, True]
    assert tab.url.endswith("?from=han&to=nxp")
    assert violations(tab, ".ways") == []
    tab.reload()
    expect(tab.locator(".ways__steps a")).to_have_text(["CITC", "NXP"])


def test_without_a_script_there_is_no_choice_of_two_that_would_do_nothing(plain_tab: Tab) -> None:
    plain_tab.goto(NETWORK)
    expect(plain_tab.locator(".ways")).to_be_hidden()

"""Browser: the drawing of the ecosystem by keyboard, the way between two, factsheets on paper and press kits."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.real_site import PAGES, SITE

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


def test_a_factsheet_is_one_side_of_paper(tab: Tab) -> None:
    for page in [page for page in PAGES if page.kind == "factsheet" and page.locale == "nl"][:3]:
        tab.goto(page.address)
        assert len(pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages) == 1, page.key


def test_a_press_kit_is_there_for_whoever_follows_its_link(plain_tab: Tab, served: str) -> None:
    plain_tab.goto(SITE.pages["en", "press/index"].address)
    addresses = plain_tab.locator("a.kit").evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) >= 10
    kit = plain_tab.request.get(addresses[0])
    assert kit.ok
    with zipfile.ZipFile(io.BytesIO(kit.body())) as read:
        assert {"nl/short.txt", "en/short.txt", "pictures/credits.txt"} <= set(read.namelist())

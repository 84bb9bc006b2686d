"""Browser: the relation bridge leads to everyone on it, and shows which sentence belongs to which name."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.views import view_of
from tests.browser.accessibility import violations
from tests.conftest import ROOT
from tests.real_site import SITE

BRISKR = SITE.pages["en", "partners/briskr"].address
WIDTHS = (320, 390, 768, 1024, 1440, 2560)


@pytest.mark.parametrize("way", ["focus", "hover"])
def test_a_name_lights_its_sentences_without_a_script(way: str, plain_tab: Tab) -> None:
    plain_tab.goto(BRISKR)
    name = plain_tab.locator(".deck__names a").first
    numbers = re.findall(r"to-([0-9]+)", name.locator("xpath=..").get_attribute("class") or "")
    assert numbers
    unlit = plain_tab.locator(f".say-{numbers[0]}").evaluate("say => getComputedStyle(say).backgroundColor")
    getattr(name, way)()
    for number in numbers:
        say = plain_tab.locator(f".say-{number}")
        assert say.evaluate("say => getComputedStyle(say).backgroundColor") != unlit
    name_text = name.inner_text()
    expect(plain_tab.locator(f".say-{numbers[0]}")).to_contain_text(name_text)


def test_the_stylesheet_knows_as_many_sentences_as_any_bridge_has() -> None:
    styles = (ROOT / "hooks/portal/assets/css/3-components/relations.css").read_text(encoding="utf-8")
    known = max(int(number) for number in re.findall(r"[.]to-([0-9]+)", styles))
    kinds = [page for page in SITE.pages.values() if page.kind in ("partner", "campus")]
    bridges = [bridge for page in kinds if (bridge := view_of(page, SITE)["bridge"])]
    assert bridges
    assert max(len(bridge.sentences) for bridge in bridges) <= known


def test_every_name_on_the_deck_stands_whole_in_its_place(tab: Tab) -> None:
    tab.goto(BRISKR)
    cut = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        cut[width] = tab.evaluate(
            "[...document.querySelectorAll('.deck__names li')].filter((name) => name.scrollWidth > name.clientWidth)"
            ".map((name) => name.textContent)"
        )
    assert {width: names for width, names in cut.items() if names} == {}


def test_axe_finds_nothing_on_a_bridge_with_a_lit_sentence(tab: Tab) -> None:
    tab.goto(BRISKR)
    tab.locator(".deck__names a").first.focus()
    assert violations(tab, ".relations") == []

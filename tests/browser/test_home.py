"""Browser: the home page says in the first look where one can go, whatever title an editor writes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page as Tab

from portal.model.page import Page
from tests.browser.visits import COLLISIONS, WIDER_THAN_THE_WINDOW
from tests.components.conftest import Render, render  # noqa: F401 - a fixture
from tests.real_site import ONE_OF_EACH_KIND, each

HOME = [page for page in ONE_OF_EACH_KIND if page.kind == "home"]
TITLES = (
    "Kom bij ons!",
    "De oude stad aan de Waal!",
    "Hier begint alles wat je in deze oude stad nog wilt beginnen",
)
WIDTHS = (320, 375, 768, 1024, 1440, 1920, 2560)
SCREENS = ((390, 844), (1024, 768), (1280, 720), (1366, 720), (1440, 900), (1920, 1080), (2560, 1300))

ON_THE_BOW = """() => {
  const ring = [...document.querySelectorAll(".hero svg .f-brick")].at(-1);
  const heading = document.querySelector(".hero h1");
  const range = document.createRange();
  range.selectNodeContents(heading);
  const out = [];
  for (const box of range.getClientRects()) {
    const [top, bottom] = [box.top + box.height * 0.25, box.bottom - box.height * 0.25];
    for (const [x, y] of [[box.left, top], [box.right, top], [box.left, bottom], [box.right, bottom]]) {
      const point = new DOMPoint(x, y).matrixTransform(ring.getScreenCTM().inverse());
      if (ring.isPointInFill(point)) out.push([Math.round(x), Math.round(y)]);
    }
  }
  return out;
}"""
"""The corners of the lines of the title that lie on the bow of the bridge."""


@each(HOME)
def test_the_words_on_every_door_stand_above_the_fold(page: Page[Any], tab: Tab) -> None:
    tab.goto(page.address)
    below = {}
    for width, height in SCREENS[1:]:
        tab.set_viewport_size({"width": width, "height": height})
        doors = tab.locator(".door b")
        assert doors.count() == 3
        bottoms = doors.evaluate_all("doors => doors.map((door) => door.getBoundingClientRect().bottom)")
        if max(bottoms) > height:
            below[width, height] = bottoms
    assert below == {}


@pytest.mark.parametrize("title", TITLES, ids=lambda title: f"{len(title)} characters")
def test_a_title_of_any_length_stays_clear_of_the_bow(title: str, tab: Tab, render: Render) -> None:  # noqa: F811
    tab.goto("/")
    hero = render("hero", "{{ hero(title) }}", title=title)
    tab.evaluate("html => { document.querySelector('.hero').outerHTML = html }", hero)
    wrong = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": round(width * 0.6)})
        found = tab.evaluate(ON_THE_BOW) + tab.evaluate(COLLISIONS) + tab.evaluate(WIDER_THAN_THE_WINDOW)
        if found:
            wrong[width] = found
    assert wrong == {}

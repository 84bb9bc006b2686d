"""Browser: each door on the map of the city opens its card; map and day stand whole on every screen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.model.page import Page
from portal.schema.page import PlainPage
from tests.browser.accessibility import violations
from tests.browser.visits import COLLISIONS, WIDER_THAN_THE_WINDOW
from tests.real_site import ONE_OF_EACH_KIND, PAGES, SITE, each

CAMPUSES = [page for page in ONE_OF_EACH_KIND if page.kind == "campus-index"]


@each(CAMPUSES)
def test_every_door_opens_its_card_and_no_other(page: Page[Any], tab: Tab) -> None:
    tab.goto(page.address)
    doors = tab.locator(".map__door")
    opened = tab.locator(".plate__more:visible")
    expect(opened).to_have_count(0)
    for door in doors.all():
        door.focus()
        tab.keyboard.press("Enter")
        expect(opened).to_have_count(1)
        assert str(door.get_attribute("aria-label")) in opened.locator("..").inner_text()
        lit = doors.evaluate_all(
            "doors => doors.map((door) => getComputedStyle(door.querySelector('.map__leaf')).fill)"
        )
        assert len(set(lit)) == 2
    tab.locator(".plate__more:visible a[href='#map']").click()
    expect(opened).to_have_count(0)


@each(CAMPUSES)
def test_axe_finds_nothing_in_an_open_card(page: Page[Any], tab: Tab) -> None:
    tab.goto(f"{page.address}#{tab_card(page, tab)}")
    assert violations(tab, night=True) == []


def tab_card(page: Page[Any], tab: Tab) -> str:
    """The first card that says how long one is on the way, which is the fullest."""
    tab.goto(page.address)
    return tab.locator(".plate__card:has(small)").first.get_attribute("id") or ""


CITY = [page for page in PAGES if isinstance(page.about, PlainPage) and (page.about.map or page.about.day)]


@each(CITY)
def test_the_map_and_the_day_are_whole_on_every_screen(page: Page[Any], tab: Tab) -> None:
    tab.goto(page.address)
    wrong = {}
    for width in (320, 768, 1024, 1440, 2560):
        tab.set_viewport_size({"width": width, "height": 800})
        if found := tab.evaluate(COLLISIONS) + tab.evaluate(WIDER_THAN_THE_WINDOW):
            wrong[width] = found
    assert wrong == {}


@each(CITY)
def test_axe_finds_nothing_on_the_map_and_in_the_day(page: Page[Any], tab: Tab) -> None:
    tab.goto(page.address)
    assert violations(tab, "main", night=page.locale == SITE.languages.default) == []

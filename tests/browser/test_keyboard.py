"""Browser: everything can be reached and used with the keyboard, in order, and the focus is always seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.model.page import Page
from tests.browser.visits import address
from tests.real_site import ONE_OF_EACH_KIND, SITE, each

DUTCH = [page for page in ONE_OF_EACH_KIND if page.locale == "nl"]
SOME = [page for page in DUTCH if page.kind in ("home", "story", "partner", "directory", "not-found")]
HOME = [page for page in ONE_OF_EACH_KIND if page.kind == "home"]

WATCH_THE_FOCUS = """() => {
  window.walk = [];
  addEventListener("focusin", ({ target }) => {
    const drawn = [null, "::before", "::after"].some((part) => {
      const style = getComputedStyle(target, part);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    const box = target.getBoundingClientRect();
    const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth;
    walk.push({
      seen: drawn && inside && box.bottom + scrollY > 0,
      html: target.outerHTML.slice(0, 120),
      place: target.closest("header, main, footer")?.tagName ?? "",
      again: walk.some((earlier) => earlier.target === target),
    });
    Object.defineProperty(walk.at(-1), "target", { value: target });
  });
}"""
MOST = 600


def _walk(tab: Tab) -> list[Any]:
    """What gets the focus when a visitor presses Tab until it all begins again."""
    tab.evaluate(WATCH_THE_FOCUS)
    for _ in range(0, MOST, 20):
        for _ in range(20):
            tab.keyboard.down("Tab")  # held down: half the messages of pressing it again and again
        walk: list[Any] = tab.evaluate("walk")
        if any(focus["again"] for focus in walk):
            tab.keyboard.up("Tab")
            return walk[: [focus["again"] for focus in walk].index(True)]
    raise AssertionError(f"The focus never comes back to the first link of the page: {walk[-5:]}")


@each(SOME)
def test_the_first_thing_that_gets_the_focus_skips_to_the_content(page: Page[Any], tab: Tab) -> None:
    tab.goto(address(page))
    tab.keyboard.press("Tab")
    skip = tab.locator("a[href='#main']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


def _walk_sees_all(page: Page[Any], tab: Tab) -> None:
    tab.goto(address(page))
    walk = _walk(tab)
    assert [focus["html"] for focus in walk if not focus["seen"]] == []
    places = [place for focus in walk[1:] if (place := focus["place"])]
    assert places[0] == "HEADER"
    assert places[-1] == "FOOTER"


@each(DUTCH)
def test_the_focus_goes_from_the_header_to_the_footer_and_is_always_seen(page: Page[Any], tab: Tab) -> None:
    _walk_sees_all(page, tab)


@each(HOME)
def test_the_focus_is_always_seen_in_the_header_of_a_desktop(page: Page[Any], tab: Tab) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    _walk_sees_all(page, tab)


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_menu_opens_with_enter_and_closes_with_escape(locale: str, tab: Tab) -> None:
    tab.goto("/" if locale == "nl" else "/en/")
    menu = tab.locator("header summary")
    link = tab.locator("header details :is(a, input)").first
    expect(link).to_be_hidden()
    menu.focus()
    tab.keyboard.press("Enter")
    expect(link).to_be_visible()
    tab.keyboard.press("Tab")
    expect(tab.locator("header details").locator("input, a").first).to_be_focused()
    tab.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def test_a_click_beside_the_menu_closes_it(tab: Tab) -> None:
    tab.goto("/")
    tab.locator("header summary").click()
    link = tab.locator("header details a").first
    expect(link).to_be_visible()
    tab.locator("footer").click(position={"x": 2, "y": 2})
    expect(link).to_be_hidden()


def test_a_menu_that_is_closed_takes_no_focus(tab: Tab) -> None:
    tab.goto("/")
    folded = tab.locator("header details a").count()
    tab.locator("header summary").focus()
    tab.keyboard.press("Tab")
    assert folded > 0
    assert not tab.evaluate("document.querySelector('header details').contains(document.activeElement)")


COVERED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const covered = [...focused.getClientRects()].every((box) =>
    [0.1, 0.5, 0.9].every((part) => {
      const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
      return top && !focused.contains(top) && !top.contains(focused);
    }),
  );
  return covered ? focused.outerHTML.slice(0, 120) : null;
}"""
"""What has the focus, when something else lies on all of it (WCAG 2.4.11)."""


def _covered(tab: Tab, presses: int) -> list[str]:
    found = []
    for _ in range(presses):
        tab.keyboard.press("Tab")
        if html := tab.evaluate(COVERED):
            found.append(html)
    return found


@each(DUTCH)
def test_the_open_menu_does_not_lie_on_what_has_the_focus(page: Page[Any], tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(address(page))
    tab.locator("header summary").focus()
    tab.keyboard.press("Enter")
    links = tab.locator("header details a")
    expect(links.first).to_be_visible()
    assert _covered(tab, links.count() + 6) == []
    expect(links.first).to_be_hidden()


def test_an_explanation_does_not_lie_on_what_has_the_focus(tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(SITE.pages["en", "guide/register-and-bsn"].address)
    terms = tab.locator("button.term")
    assert terms.count() > 1
    for term in terms.all():
        term.focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(".term__note:popover-open")).to_have_count(1)
        assert _covered(tab, 5) == []
        expect(tab.locator(".term__note:popover-open")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_an_explanation_stands_beside_its_word_and_leaves_it_in_view(width: int, tab: Tab) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto(SITE.pages["en", "guide/register-and-bsn"].address)
    term = tab.locator("button.term").first
    term.scroll_into_view_if_needed()
    term.click()
    note = tab.locator(".term__note:popover-open")
    word, box = term.bounding_box(), note.bounding_box()
    assert word
    assert box
    assert box["y"] >= word["y"] + word["height"] or box["y"] + box["height"] <= word["y"]
    assert min(abs(box["y"] - word["y"] - word["height"]), abs(box["y"] + box["height"] - word["y"])) < 24
    assert note.evaluate("note => getComputedStyle(note, '::backdrop').backgroundColor") == "rgba(0, 0, 0, 0)"

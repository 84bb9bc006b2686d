"""Browser: what holds on a page of every kind, in both languages, once it is opened.

Axe finds nothing, on a phone and a desktop, by day and by night; nothing is cut off and no page scrolls sideways on a
small phone or with large text (WCAG 1.4.4, 1.4.10); and a visit asks for, keeps and complains of nothing, under the
strictest Content-Security-Policy. The server of the tests sends that policy with every answer (tests/static_host.py).

One file, since a page is opened once for all tests of a file, and to open it takes longer than most of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from portal.publish.headers import CONTENT_SECURITY_POLICY, SEARCH_POLICY
from tests.browser.accessibility import violations
from tests.browser.visits import Visit
from tests.real_site import PAGES, SITE

WIDTHS = (320, 375, 768, 1024, 1440, 1920, 2560)

TOO_WIDE = """titles => {
  const heading = document.querySelector("h1");
  const own = heading.innerHTML;
  const width = document.documentElement.clientWidth;
  const wide = titles.filter((title) => {
    heading.textContent = title;
    const range = document.createRange();
    range.selectNodeContents(heading);
    return document.documentElement.scrollWidth > width || range.getBoundingClientRect().right > width;
  });
  heading.innerHTML = own;
  return wide;
}"""


BROKEN = """titles => {
  const heading = document.querySelector("h1");
  const own = heading.innerHTML;
  const broken = titles.filter((title) => {
    heading.textContent = title;
    return [...title.matchAll(/[^\\s-]+/g)].some((word) => {
      const range = document.createRange();
      range.setStart(heading.firstChild, word.index);
      range.setEnd(heading.firstChild, word.index + word[0].length);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    });
  });
  heading.innerHTML = own;
  return broken;
}"""


def test_a_visit_leaves_nothing_behind_on_the_visitors_machine(visit: Visit) -> None:
    # What a visitor fills in may stay on that machine; looking at a page leaves nothing there.
    assert visit.tab.context.cookies() == []
    assert visit.tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_font_of_the_site_is_the_one_that_is_seen(visit: Visit) -> None:
    assert visit.tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Manrope'))")
    assert visit.tab.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")


def test_axe_finds_nothing(visit: Visit) -> None:
    # Axe takes longer than all else here. A language on a phone and the next on a desktop show every kind on both;
    # `make audit` looks at both widths in each language.
    own = (390, 1280)[SITE.languages.locales.index(visit.page.locale) % 2]
    widths = (390, 1280) if os.environ.get("PORTAL_EVERYTHING") else (own,)
    found = {}
    for width in widths:
        visit.tab.set_viewport_size({"width": width, "height": 900})
        found[width] = violations(visit.tab)
    assert {width: broken for width, broken in found.items() if broken} == {}


def test_nothing_is_cut_or_overlaps_from_the_smallest_phone_to_a_wall(visit: Visit) -> None:
    broken = {width: visit.broken(width) for width in WIDTHS}
    assert {width: found for width, found in broken.items() if found} == {}


def test_nothing_is_cut_or_overlaps_with_text_of_200_percent(visit: Visit) -> None:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = visit.tab.evaluate(size)
    visit.tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert visit.tab.evaluate(size) == 2 * before
    broken = {width: visit.broken(width) for width in (390, 640, 1280)}
    visit.tab.evaluate("document.documentElement.style.fontSize = ''")
    assert {width: found for width, found in broken.items() if found} == {}


def test_a_title_grows_with_the_zoom_of_the_reader(visit: Visit) -> None:
    # Zoom makes the window narrower: at 400% one of 1280 pixels has 320, and a size in vw alone would stay what it was.
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    sizes = []
    for width in (1280, 320):
        visit.tab.set_viewport_size({"width": width, "height": 800})
        sizes.append(visit.tab.evaluate(size))
    assert sizes[1] * 4 >= sizes[0] * 2


def test_the_title_of_every_page_of_the_kind_fits_a_window_of_320_pixels(visit: Visit) -> None:
    # Long words come with the content.
    titles = [page.title for page in PAGES if (page.kind, page.locale) == (visit.page.kind, visit.page.locale)]
    visit.tab.set_viewport_size({"width": 320, "height": 800})
    assert visit.tab.evaluate(TOO_WIDE, titles) == []


def test_no_word_of_a_title_is_broken_on_a_desktop(visit: Visit) -> None:
    # There is room. A browser without a Dutch dictionary would break it anywhere.
    titles = [page.title for page in PAGES if (page.kind, page.locale) == (visit.page.kind, visit.page.locale)]
    visit.tab.set_viewport_size({"width": 1440, "height": 900})
    assert visit.tab.evaluate(BROKEN, titles) == []


@pytest.fixture(scope="module")
def used(visit: Visit) -> Iterator[Visit]:
    """A visit in which everything was done that can be done without leaving the page. The next one finds nothing."""
    visit.tab.set_viewport_size({"width": 390, "height": 844})
    visit.tab.locator("header summary").click()
    visit.tab.keyboard.press("Escape")
    for choice in visit.tab.locator("main select:visible").all():
        choice.select_option(index=1)
    yield visit
    visit.tab.evaluate("localStorage.clear()")


def test_using_a_page_sets_no_cookie(used: Visit) -> None:
    assert used.tab.context.cookies() == []


def test_a_visit_asks_no_other_host(used: Visit, served: str) -> None:
    assert used.requests
    assert [url for url in used.requests if not url.startswith(f"{served}/")] == []


def test_a_page_keeps_to_the_strictest_policy(used: Visit) -> None:
    wanted = SEARCH_POLICY if used.page.kind == "search" else CONTENT_SECURITY_POLICY
    assert used.answer.headers["content-security-policy"] == wanted
    assert used.tab.evaluate("violations") == []


def test_a_page_makes_no_error(used: Visit) -> None:
    assert used.errors == []

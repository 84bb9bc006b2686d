"""Browser: nothing is cut off and no page scrolls sideways on a small phone or with large text (WCAG 1.4.4, 1.4.10)."""

from __future__ import annotations

from tests.browser.visits import Visit
from tests.real_site import PAGES

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


def test_a_page_fits_a_window_of_320_pixels(visit: Visit) -> None:
    assert visit.wider_than_the_window(320) == []


def test_a_page_fits_a_window_of_640_pixels_with_text_of_200_percent(visit: Visit) -> None:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = visit.tab.evaluate(size)
    visit.tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert visit.tab.evaluate(size) == 2 * before
    out = visit.wider_than_the_window(640)
    visit.tab.evaluate("document.documentElement.style.fontSize = ''")
    assert out == []


def test_the_title_of_every_page_of_the_kind_fits_a_window_of_320_pixels(visit: Visit) -> None:
    # Long words come with the content.
    titles = [page.title for page in PAGES if (page.kind, page.locale) == (visit.page.kind, visit.page.locale)]
    visit.tab.set_viewport_size({"width": 320, "height": 800})
    assert visit.tab.evaluate(TOO_WIDE, titles) == []

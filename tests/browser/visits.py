"""How a visitor comes to a page, and what the browser layer looks at there."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page as Tab

from portal.site import Page
from tests.real_site import SITE

WIDER_THAN_THE_WINDOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let here = element; here && here !== document.body; here = here.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(here).overflowX)) return true;
    }
    return false;
  };
  const hidden = (element) => element.closest("svg, [aria-hidden=true]") || getComputedStyle(element).clipPath !== "none";
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(element) && !hidden(element);
  });
  const names = out.map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`);
  return document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px`, ...names] : names;
}"""
"""What is cut off or makes the page scroll sideways; a table that scrolls by itself may be as wide as it likes."""


def address(page: Page) -> str:
    """Where a visitor meets a page: the 404 page at an address that does not exist, and deep."""
    if page.kind == "not-found":
        return "/en/no/such/page/" if page.locale == "en" else "/geen/pagina/"
    return page.address


def wider_than_the_window(tab: Tab) -> Any:
    """The elements that stick out, or nothing."""
    return tab.evaluate(WIDER_THAN_THE_WINDOW)


def the(kind: str, locale: str) -> Page:
    """The one page of a kind, such as the directory."""
    (page,) = [page for page in SITE.pages.values() if page.kind == kind and page.locale == locale]
    return page

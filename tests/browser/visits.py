"""How a visitor comes to a page, and what the browser layer looks at there."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Request
from playwright.sync_api import Page as Tab

from portal.model.site import Page
from tests.real_site import SITE

RECORD_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""
"""Run before anything of the page, so that no violation of the policy goes unseen."""

WIDER_THAN_THE_WINDOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let here = element; here && here !== document.body; here = here.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(here).overflowX)) return true;
    }
    return false;
  };
  const unseen = (element) =>
    !element.checkVisibility() || element.closest("svg, [aria-hidden=true]") ||
    getComputedStyle(element).clipPath !== "none";
  const out = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const box = range.getBoundingClientRect();
    const element = texts.currentNode.parentElement;
    const sticksOut = box.width > 0 && (box.right > width + 1 || box.left < -1);
    if (sticksOut && !scrolls(element) && !unseen(element)) out.push(texts.currentNode.textContent.trim());
  }
  const whole = document.documentElement.scrollWidth;
  return whole > width ? [`The page is ${whole} px wide`, ...out] : out;
}"""
"""What makes the page scroll sideways or is cut off; a table that scrolls by itself may be as wide as it likes."""


def address(page: Page) -> str:
    """Where a visitor meets a page: the 404 page at an address that does not exist, and deep."""
    if page.kind == "not-found":
        return "/en/no/such/page/" if page.locale == "en" else "/geen/pagina/"
    return page.address


class Visit:
    """A page in the tab, with what it asked for and complained of since it was opened."""

    def __init__(self, page: Page, tab: Tab) -> None:
        self.page = page
        self.tab = tab
        self.requests: list[str] = []
        self.errors: list[str] = []
        tab.on("request", self._asked)
        tab.on("console", self._said)
        tab.on("pageerror", self._failed)
        answer = tab.goto(address(page))
        assert answer
        self.answer = answer

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        # The one complaint that is no mistake: the browser's own, about the address of the 404 page.
        if message.type in ("error", "warning") and not message.location["url"].endswith(address(self.page)):
            self.errors.append(message.text)

    def _failed(self, error: Error) -> None:
        self.errors.append(str(error))

    def leave(self) -> None:
        """Listen no longer, and forget what was filled in."""
        self.tab.evaluate("localStorage.clear()")
        self.tab.remove_listener("request", self._asked)
        self.tab.remove_listener("console", self._said)
        self.tab.remove_listener("pageerror", self._failed)

    def wider_than_the_window(self, width: int) -> Any:
        """The texts that stick out of a window of so many pixels, or nothing."""
        self.tab.set_viewport_size({"width": width, "height": 800})
        return self.tab.evaluate(WIDER_THAN_THE_WINDOW)


def the(kind: str, locale: str) -> Page:
    """The one page of a kind, such as the directory."""
    (page,) = [page for page in SITE.pages.values() if page.kind == kind and page.locale == locale]
    return page

"""How a visitor comes to a page, and what the browser layer looks at there."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Request
from playwright.sync_api import Page as Tab

from portal.model.page import Page
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

COLLISIONS = """() => {
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg, [aria-hidden=true], option") &&
    getComputedStyle(element).clipPath === "none" && !stays(element);
  // What stays in view while the page goes on lies on it by intention.
  const stays = (element) => {
    for (let here = element; here; here = here.parentElement) {
      if (["sticky", "fixed"].includes(getComputedStyle(here).position)) return true;
    }
    return false;
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className}`;
  const out = [];
  for (const element of document.body.querySelectorAll("*")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const clips = [overflowX, overflowY].some((how) => ["hidden", "clip"].includes(how));
    if (!clips || !seen(element) || !element.textContent.trim()) continue;
    const edge = element.getBoundingClientRect();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.data.trim() || !seen(texts.currentNode.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) {
        const cut = box.bottom > edge.bottom + 2 || box.right > edge.right + 2 || box.left < edge.left - 2;
        if (box.width && cut) out.push(`${name(element)} cuts "${texts.currentNode.data.trim()}"`);
      }
    }
  }
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !seen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      // The letters themselves: the box of a line is as tall as the font, and lines are set closer than that.
      const [top, bottom] = [box.top + box.height * 0.3, box.bottom - box.height * 0.3];
      if (box.width > 1) lines.push({ text, top, bottom, left: box.left + 1, right: box.right - 1 });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      if (other.text !== line.text && other.left < line.right && line.left < other.right) {
        out.push(`"${line.text.data.trim()}" lies on "${other.text.data.trim()}"`);
      }
    }
  });
  return out;
}"""
"""Texts that lie on each other, and texts that their own box cuts through."""


def address(page: Page[Any]) -> str:
    """Where a visitor meets a page: the 404 page at an address that does not exist, and deep."""
    if page.kind == "not-found":
        return "/en/no/such/page/" if page.locale == "en" else "/geen/pagina/"
    return page.address


class Visit:
    """A page in the tab, with what it asked for and complained of since it was opened."""

    def __init__(self, page: Page[Any], tab: Tab) -> None:
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

    def broken(self, width: int) -> list[str]:
        """What a window of so many pixels shows wrongly: cut off, cut through or on top of each other."""
        out: list[str] = self.wider_than_the_window(width) + self.tab.evaluate(COLLISIONS)
        return out


def the(kind: str, locale: str) -> Page[Any]:
    """The one page of a kind, such as the directory; the first, of a list that goes on."""
    (page,) = [page for page in SITE.pages.values() if (page.kind, page.locale, page.part) == (kind, locale, 1)]
    return page

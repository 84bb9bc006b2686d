"""The real site as tests see it: its pages, known before it is built, and what the build made of them, parsed once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.checks import read_site
from portal.model.page import Page
from tests.claims import Test, every
from tests.conftest import BASE, ROOT

SITE = read_site(ROOT)
PAGES = list(SITE.pages.values())
STORIES = [page for page in PAGES if page.kind == "story"]


def each(pages: list[Page[Any]]) -> pytest.MarkDecorator:
    """Run a test for each page, where it needs a browser of its own; its file is in the name of the result."""
    return pytest.mark.parametrize("page", pages, ids=[page.source for page in pages])


def every_page(pages: list[Page[Any]] = PAGES) -> Callable[[Test], Test]:
    """Make a claim about every page: one test, which names each page that breaks it."""
    return every("page", pages, lambda page: page.source)


def found_on(pages: list[Page[Any]], look: Callable[[Page[Any]], object]) -> dict[str, object]:
    """What is found on pages where nothing should be, by file: one result for a claim about the whole site."""
    return {page.source: found for page in pages if (found := look(page))}


def _one_of_each_kind() -> list[Page[Any]]:
    """The page with the longest title of each kind and language: what breaks a layout first. Of lists: page 1."""
    longest: dict[tuple[str, str], Page[Any]] = {}
    for page in PAGES:
        other = longest.get((page.kind, page.locale))
        if page.part == 1 and (not other or len(page.title) > len(other.title)):
            longest[page.kind, page.locale] = page
    return list(longest.values())


ONE_OF_EACH_KIND = _one_of_each_kind()
each_kind = each(ONE_OF_EACH_KIND)


def file_at(address: str, built: Path) -> Path:
    """The file that a static host serves at a path."""
    return built / f"{address.removeprefix('/')}{'index.html' if address.endswith('/') else ''}"


@functools.cache
def parsed(file: Path) -> LexborHTMLParser:
    """A built file, parsed."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def html(page: Page[Any], built: Path) -> LexborHTMLParser:
    """A built page, parsed."""
    return parsed(file_at(page.address, built))


def attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    """An attribute of the one element that matches."""
    (node,) = tree.css(selector)
    return node.attributes.get(name) or ""


def links(page: Page[Any], built: Path) -> Iterator[tuple[LexborNode, str]]:
    """Every element that refers to something, with the absolute address it refers to.

    A host serves the 404 page at whatever address was asked for, so its links are tried from somewhere deep.
    """
    start = f"{BASE}/no/such/page/" if page.kind == "not-found" else BASE + page.address
    for node in html(page, built).css("[href], [src], [srcset], [poster], [action], [data]"):
        for name in ("href", "src", "poster", "action", "data"):
            if (value := node.attributes.get(name)) is not None:
                yield node, urljoin(BASE + page.address if value.startswith("#") else start, value)
        for candidate in (node.attributes.get("srcset") or "").split(","):
            if candidate.strip():
                yield node, urljoin(start, candidate.split()[0])
    for node in html(page, built).css("meta[content^=http]"):
        yield node, node.attributes["content"] or ""


def internal(url: str) -> str | None:
    """The path of an address of this site; None for another host's."""
    parts = urlsplit(url)
    return parts.path if f"{parts.scheme}://{parts.netloc}" == BASE else None

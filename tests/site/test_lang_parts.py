"""Site, the real build: words in the other language say so, or a screen reader mispronounces them (WCAG 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborNode

from portal.model.page import Page
from portal.schema.source import Source
from tests.real_site import PAGES, SITE, found_on, html, internal, links

WITH_FOREIGN_SOURCES = [
    page for page in PAGES if any(SITE.all(Source)[slug].lang != page.locale for slug in page.sources)
]


def _lang(node: LexborNode) -> str | None:
    """The language that a browser takes an element to be in."""
    here: LexborNode | None = node
    while here is not None:
        if lang := here.attributes.get("lang"):
            return lang
        here = here.parent
    return None


def _source_titles(page: Page[Any], built: Path) -> Iterator[tuple[str, LexborNode]]:
    """Every title of a source on a page, with the language it is in."""
    by_url = {source.url: source for source in SITE.all(Source).values() if source.url}
    by_title = {source.title: source for source in SITE.all(Source).values() if not source.url}
    for node in html(page, built).css("main a[href], main cite"):
        text = node.text(strip=True)
        source = by_url.get(node.attributes.get("href") or "") or by_title.get(text)
        if source and text == source.title:
            yield source.lang, node


def test_the_title_of_a_source_is_in_the_language_of_the_source(built: Path) -> None:
    def wrong(page: Page[Any]) -> object:
        titles = list(_source_titles(page, built))
        assert {lang for lang, _ in titles} - {page.locale}, f"{page.source} shows no title in another language"
        return [node.html for lang, node in titles if _lang(node) != lang]

    assert found_on(WITH_FOREIGN_SOURCES, wrong) == {}


def _within(node: LexborNode, tag: str) -> bool:
    here: LexborNode | None = node
    while here is not None and here.tag != tag:
        here = here.parent
    return here is not None


def test_the_header_links_to_the_same_page_in_the_other_language(built: Path) -> None:
    for page in PAGES:
        ways = {}
        for other in SITE.languages.others(page.locale):
            target = SITE.page(other, page.key) or SITE.page(other, "index")
            assert target
            ways[other] = target.address
        found = {
            (node.attributes.get("lang"), node.attributes.get("hreflang"), internal(url))
            for node, url in links(page, built)
            if node.attributes.get("hreflang") and _within(node, "header") and not _within(node, "main")
        }
        assert found == {(other, other, address) for other, address in ways.items()}, page.source


def test_a_link_says_the_language_of_a_page_in_the_other_language(built: Path) -> None:
    locale_of = {page.address: page.locale for page in PAGES}

    def wrong(page: Page[Any]) -> object:
        found = [(node, locale_of.get(internal(url) or "")) for node, url in links(page, built) if node.tag == "a"]
        return [
            node.html
            for node, locale in found
            if locale and (node.attributes.get("hreflang") or page.locale) != locale
        ]  # fmt: skip

    assert found_on(PAGES, wrong) == {}

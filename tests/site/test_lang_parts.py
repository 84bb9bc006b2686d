"""Site, the real build: words in the other language say so, or a screen reader mispronounces them (WCAG 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborNode

from portal.site import Page
from portal.template_tools import source_slugs
from tests.real_site import PAGES, SITE, each, each_page, html, internal, links

WITH_FOREIGN_SOURCES = [
    page for page in PAGES if any(SITE.sources[slug].lang != page.locale for slug in source_slugs(page))
]


def _lang(node: LexborNode) -> str | None:
    """The language that a browser takes an element to be in."""
    here: LexborNode | None = node
    while here is not None:
        if lang := here.attributes.get("lang"):
            return lang
        here = here.parent
    return None


def _source_titles(page: Page, built: Path) -> Iterator[tuple[str, LexborNode]]:
    """Every title of a source on a page, with the language it is in."""
    by_url = {source.url: source for source in SITE.sources.values() if source.url}
    by_title = {source.title: source for source in SITE.sources.values() if not source.url}
    for node in html(page, built).css("main a[href], main cite"):
        text = node.text(strip=True)
        source = by_url.get(node.attributes.get("href") or "") or by_title.get(text)
        if source and text == source.title:
            yield source.lang, node


@each(WITH_FOREIGN_SOURCES)
def test_the_title_of_a_source_is_in_the_language_of_the_source(page: Page, built: Path) -> None:
    titles = list(_source_titles(page, built))
    assert {lang for lang, _ in titles} - {page.locale}
    assert [node.html for lang, node in titles if _lang(node) != lang] == []


@each_page
def test_the_header_links_to_the_same_page_in_the_other_language(page: Page, built: Path) -> None:
    other = "en" if page.locale == "nl" else "nl"
    target = SITE.twin(page) or SITE.page(other, "index")
    assert target
    found = [
        (node.attributes.get("lang"), node.attributes.get("hreflang"), internal(url))
        for node, url in links(page, built)
        if node.tag == "a" and node.attributes.get("hreflang") and _within(node, "header") and not _within(node, "main")
    ]
    assert found == [(other, other, target.address)]


def _within(node: LexborNode, tag: str) -> bool:
    here: LexborNode | None = node
    while here is not None and here.tag != tag:
        here = here.parent
    return here is not None


@each_page
def test_a_link_that_says_its_language_leads_to_a_page_in_it(page: Page, built: Path) -> None:
    wrong = []
    for node, url in links(page, built):
        lang, path = node.attributes.get("hreflang"), internal(url)
        if node.tag == "a" and path and lang:
            wrong += [url for other in PAGES if other.address == path and other.locale != lang]
    assert wrong == []


@each_page
def test_a_link_to_a_page_in_the_other_language_says_so(page: Page, built: Path) -> None:
    locale_of = {other.address: other.locale for other in PAGES}
    foreign = [
        node
        for node, url in links(page, built)
        if node.tag == "a" and locale_of.get(internal(url) or "", page.locale) != page.locale
    ]
    assert [node.html for node in foreign if not node.attributes.get("hreflang")] == []

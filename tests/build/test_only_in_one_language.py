"""Pages that exist in one language. Build layer: only a whole site shows where such a page turns up and where not."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.build.conftest import parsed, the

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BASE = "https://x.example/sub"
PAGES = pytest.mark.parametrize(
    ("locale", "address", "file"),
    [
        ("nl", "/verhalen/alleen-nederlands/", "verhalen/alleen-nederlands/index.html"),
        ("en", "/en/stories/english-alone/", "en/stories/english-alone/index.html"),
    ],
)


@PAGES
def test_the_page_is_at_one_address_and_never_a_copy(odd: Path, locale: str, address: str, file: str) -> None:
    slug = address.split("/")[-2]
    assert [path.relative_to(odd).as_posix() for path in odd.rglob(f"*{slug}*/index.html")] == [file]
    key = "dutch" if locale == "nl" else "english"
    assert list(odd.rglob(f"*{key}/index.html")) == [], "not at the name of its file either"


@PAGES
def test_the_page_names_no_other_version(odd: Path, locale: str, address: str, file: str) -> None:
    links = parsed(odd / file).css('link[rel="alternate"][hreflang]')
    assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
        locale: BASE + address,
        "x-default": BASE + address,
    }


@PAGES
def test_the_sitemap_names_no_other_version(odd: Path, locale: str, address: str, file: str) -> None:
    tree = ElementTree.parse(odd / f"sitemap-{locale}.xml")  # noqa: S314 - our own
    (url,) = (url for url in tree.findall("s:url", NAMES) if url.findtext("s:loc", "", NAMES) == BASE + address)
    versions = [(link.attrib["hreflang"], link.attrib["href"]) for link in url.findall("x:link", NAMES)]
    assert sorted(versions) == [(locale, BASE + address), ("x-default", BASE + address)]


@pytest.mark.parametrize(
    ("index", "title", "link", "lang"),
    [
        ("en/stories/index.html", "Alleen Nederlands", "../../verhalen/alleen-nederlands/", "nl"),
        ("verhalen/index.html", "English alone", "../en/stories/english-alone/", "en"),
    ],
)
def test_the_list_in_the_other_language_links_to_it_with_a_label(
    odd: Path, index: str, title: str, link: str, lang: str
) -> None:
    (card,) = (card for card in parsed(odd / index).css("article.card") if title in card.text())
    (anchor,) = card.css("a")
    assert (anchor.attributes["href"], anchor.attributes["hreflang"], anchor.attributes["lang"]) == (link, lang, lang)
    (label,) = card.css(".label")
    assert label.text().strip() != ""


@pytest.mark.parametrize(
    ("index", "title"), [("verhalen/index.html", "Alleen Nederlands"), ("en/stories/index.html", "English alone")]
)
def test_the_list_in_its_own_language_has_no_label(odd: Path, index: str, title: str) -> None:
    (card,) = (card for card in parsed(odd / index).css("article.card") if title in card.text())
    assert card.css(".label") == []
    assert "hreflang" not in card.css("a")[0].attributes


@PAGES
def test_the_switch_says_that_there_is_no_other_version_and_leads_home(
    odd: Path, locale: str, address: str, file: str
) -> None:
    switch = the(odd / file, "a.top__lang")
    other = "en" if locale == "nl" else "nl"
    assert switch.attributes["href"] == ("../../en/" if locale == "nl" else "../../..")
    assert switch.attributes["lang"] == other
    note = {"en": "This page is not available in English", "nl": "Deze pagina is er niet in het Nederlands"}
    assert note[other] in switch.text()

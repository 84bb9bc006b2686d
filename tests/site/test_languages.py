"""Site, the real build: each page and the sitemap name the page in each language, and the pages agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from portal.model.page import Page
from portal.schema.source import Source
from tests.conftest import BASE, ROOT
from tests.real_site import PAGES, SITE, attribute, file_at, found_on, internal, parsed

IN_SITEMAP = [page for page in PAGES if page.kind != "not-found"]
_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _versions(file: Path) -> dict[str, str]:
    """What a page says: the absolute address of each of its language versions."""
    links = parsed(file).css("link[rel=alternate][hreflang]")
    versions = {link.attributes["hreflang"] or "": link.attributes["href"] or "" for link in links}
    assert len(versions) == len(links)
    return versions


def test_a_page_names_itself_and_its_twin(built: Path) -> None:
    for page in PAGES:
        expected = {version.locale: BASE + version.address for version in SITE.versions(page)}
        expected["x-default"] = expected.get("nl", BASE + page.address)
        assert _versions(file_at(page.address, built)) == expected, page.source


def test_the_twin_exists_and_points_back(built: Path) -> None:
    for page in PAGES:
        here = _versions(file_at(page.address, built))
        for locale, address in here.items():
            file = file_at(internal(address) or "", built)
            assert _versions(file) == here, page.source
            assert attribute(parsed(file), "html", "lang") == locale.replace("x-default", "nl"), page.source


@pytest.fixture(scope="module")
def sitemap(built: Path) -> dict[str, ElementTree.Element]:
    """The entries of the sitemap by their address."""
    files = [built / f"sitemap-{locale}.xml" for locale in SITE.languages]
    entries = [url for file in files for url in ElementTree.parse(file).findall("s:url", _NAMES)]  # noqa: S314 - our own
    by_address = {entry.findtext("s:loc", "", _NAMES): entry for entry in entries}
    assert len(by_address) == len(entries)
    return by_address


def test_the_sitemap_holds_every_page_but_the_404_pages(sitemap: dict[str, ElementTree.Element]) -> None:
    assert set(sitemap) == {BASE + page.address for page in IN_SITEMAP}


def test_the_sitemap_says_the_same_as_the_pages(sitemap: dict[str, ElementTree.Element], built: Path) -> None:
    for page in IN_SITEMAP:
        links = sitemap[BASE + page.address].findall("x:link", _NAMES)
        versions = {link.get("hreflang"): link.get("href") for link in links if link.get("rel") == "alternate"}
        assert versions == _versions(file_at(page.address, built)), page.source


def test_the_sitemap_gives_a_date_of_the_content(sitemap: dict[str, ElementTree.Element]) -> None:
    # As the files have it, read without our own code: the page's own date, or when its sources were checked.
    def wrong(page: Page[Any]) -> object:
        text = (ROOT / page.file.path).read_text(encoding="utf-8")
        named = [SITE.all(Source)[slug] for slug in set(re.findall(r"[\w-]+", text)) & set(SITE.all(Source))]
        texts = [text, *((ROOT / source.file.path).read_text(encoding="utf-8") for source in named)]
        dates = {date for text in texts for date in re.findall(r"(?m)^(?:as_of|checked): (\S+)", text)}
        changed = sitemap[BASE + page.address].findtext("s:lastmod", "", _NAMES)
        return changed if changed not in dates else None

    assert found_on(IN_SITEMAP, wrong) == {}


def test_robots_txt_leads_to_the_sitemap(built: Path) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in (built / "robots.txt").read_text(encoding="utf-8").splitlines()

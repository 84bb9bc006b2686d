"""Site, the real build: each page and the sitemap name the page in each language, and the pages agree."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from portal.site import Page
from tests.conftest import BASE, ROOT
from tests.real_site import PAGES, SITE, attribute, each, each_page, file_at, internal, parsed

IN_SITEMAP = [page for page in PAGES if page.kind != "not-found"]
_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _versions(file: Path) -> dict[str, str]:
    """What a page says: the absolute address of each of its language versions."""
    links = parsed(file).css("link[rel=alternate][hreflang]")
    versions = {link.attributes["hreflang"] or "": link.attributes["href"] or "" for link in links}
    assert len(versions) == len(links)
    return versions


@each_page
def test_a_page_names_itself_and_its_twin(page: Page, built: Path) -> None:
    twin = SITE.twin(page)
    expected = {version.locale: BASE + version.address for version in (page, twin) if version}
    expected["x-default"] = expected.get("nl", BASE + page.address)
    assert _versions(file_at(page.address, built)) == expected


@each_page
def test_the_twin_exists_and_points_back(page: Page, built: Path) -> None:
    here = _versions(file_at(page.address, built))
    for locale, address in here.items():
        file = file_at(internal(address) or "", built)
        assert _versions(file) == here
        if locale != "x-default":
            assert attribute(parsed(file), "html", "lang") == locale


@pytest.fixture(scope="module")
def sitemap(built: Path) -> dict[str, ElementTree.Element]:
    """The entries of the sitemap by their address."""
    tree = ElementTree.parse(built / "sitemap.xml")  # noqa: S314 - our own file
    entries = tree.findall("s:url", _NAMES)
    by_address = {entry.findtext("s:loc", "", _NAMES): entry for entry in entries}
    assert len(by_address) == len(entries)
    return by_address


def test_the_sitemap_holds_every_page_but_the_404_pages(sitemap: dict[str, ElementTree.Element]) -> None:
    assert set(sitemap) == {BASE + page.address for page in IN_SITEMAP}


@each(IN_SITEMAP)
def test_the_sitemap_says_the_same_as_the_page(
    page: Page, sitemap: dict[str, ElementTree.Element], built: Path
) -> None:
    links = sitemap[BASE + page.address].findall("x:link", _NAMES)
    assert {link.get("rel") for link in links} == {"alternate"}
    assert {link.get("hreflang"): link.get("href") for link in links} == _versions(file_at(page.address, built))


@each(IN_SITEMAP)
def test_the_sitemap_gives_a_date_of_the_content(page: Page, sitemap: dict[str, ElementTree.Element]) -> None:
    # As the files have it, read without our own code: the page's own date, or when its sources were checked.
    text = (ROOT / page.file.path).read_text(encoding="utf-8")
    sources = [source.file.path for source in SITE.sources.values() if re.search(rf"\b{source.slug}\b", text)]
    texts = [text, *((ROOT / path).read_text(encoding="utf-8") for path in sources)]
    dates = {date for text in texts for date in re.findall(r"(?m)^(?:as_of|checked): (\S+)", text)}
    assert sitemap[BASE + page.address].findtext("s:lastmod", "", _NAMES) in dates


def test_robots_txt_leads_to_the_sitemap(built: Path) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in (built / "robots.txt").read_text(encoding="utf-8").splitlines()

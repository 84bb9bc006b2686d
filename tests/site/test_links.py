"""Site, the real build: whatever a page refers to is there, at exactly that address."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from portal.model.page import Page
from tests.real_site import PAGES, SITE, every_page, file_at, found_on, html, internal, links, parsed


@every_page()
def test_every_internal_link_leads_to_a_file(page: Page[Any], built: Path) -> None:
    missing = [
        url for _, url in links(page, built) if (path := internal(url)) and not file_at(unquote(path), built).is_file()
    ]
    assert missing == []


@every_page()
def test_every_internal_anchor_is_on_the_page_it_leads_to(page: Page[Any], built: Path) -> None:
    missing = []
    for _, url in links(page, built):
        anchor = unquote(urlsplit(url).fragment)
        if anchor and (path := internal(url)) and anchor not in _ids(file_at(path, built)):
            missing.append(url)
    assert missing == []


def _ids(file: Path) -> Counter[str | None]:
    return Counter(node.attributes.get("id") for node in parsed(file).css("[id]"))


def test_no_id_stands_twice_on_a_page(built: Path) -> None:
    def twice(page: Page[Any]) -> object:
        return [name for name, times in _ids(file_at(page.address, built)).items() if times > 1]

    assert found_on(PAGES, twice) == {}


def test_every_element_that_is_named_by_another_is_there(built: Path) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for")

    def absent(page: Page[Any]) -> object:
        nodes = [(name, node) for name in names for node in html(page, built).css(f"[{name}]")]
        named = {one for name, node in nodes for one in (node.attributes[name] or "").split()}
        return named - set(_ids(file_at(page.address, built)))

    assert found_on(PAGES, absent) == {}


def test_no_link_leaves_out_its_scheme(built: Path) -> None:
    short = re.compile(r"""(?:href|src|srcset|action|content)=["']?\s*[/\\]{2}[^"'\s>]*""")

    def found(page: Page[Any]) -> object:
        return short.findall(file_at(page.address, built).read_text(encoding="utf-8"))

    assert found_on(PAGES, found) == {}


def test_no_link_leads_to_a_source_or_by_a_detour(built: Path) -> None:
    # '.../index.html' and '...' without its last slash are second addresses of the same page.
    def found(page: Page[Any]) -> object:
        paths = {path for _, url in links(page, built) if (path := internal(url))}
        beside = f"{page.address}index.md"  # the page itself, for programs that read
        ends = (".md", "index.html", ".yml")
        return [path for path in paths - {beside} if path.endswith(ends) or file_at(path, built).is_dir()]

    assert found_on(PAGES, found) == {}


@pytest.mark.parametrize("locale", SITE.languages)
def test_every_page_can_be_reached_from_the_home_page(locale: str, built: Path) -> None:
    by_address = {page.address: page for page in PAGES if page.locale == locale}
    home = SITE.page(locale, "index")
    assert home
    found, new = {home.address}, [home]
    while new:
        paths = {internal(url) for node, url in links(new.pop(), built) if node.tag == "a"}
        addresses = {path for path in paths if path in by_address} - found
        new += [by_address[address] for address in addresses if address]
        found |= {address for address in addresses if address}
    assert [page.source for page in by_address.values() if page.address not in found] == [f"{locale}/404.md"]


def test_every_asset_is_named_by_a_page_a_stylesheet_or_a_script(built: Path) -> None:
    texts = [path for path in built.rglob("*") if path.suffix in (".html", ".css", ".js", ".webmanifest")]
    words = set(re.findall(r"[\w.-]+", " ".join(path.read_text(encoding="utf-8") for path in texts)))
    # A picture may wait for the page that will name it; the parts of an index of search name each other.
    apart = (built / "assets/pictures", built / "assets/search")
    assets = [path for path in (built / "assets").rglob("*") if path.is_file() and not set(apart) & set(path.parents)]
    assert [path.name for path in assets if path.name not in words] == []


@pytest.mark.parametrize("locale", SITE.languages)
def test_every_page_is_at_most_three_steps_from_the_header_or_the_footer(locale: str, built: Path) -> None:
    def after(addresses: set[str], part: str) -> set[str]:
        """The pages that are linked from a part of these pages."""
        return {
            urljoin(address, (link.attributes["href"] or "").split("#")[0])
            for address in addresses
            for link in parsed(file_at(address, built)).css(f"{part} a[href]:not([rel]):not([href*=':'])")
            + parsed(file_at(address, built)).css(f"{part} a[rel=next]")
        }

    every = {page.address for page in SITE.pages.values() if page.locale == locale and page.kind != "not-found"}
    home = SITE.page(locale, "index")
    assert home
    near = (after({home.address}, "header") | after({home.address}, "footer")) & every
    reached = near | (after(near, "main") & every)
    reached |= after(reached, "main") & every
    assert every - reached - {home.address} == set()

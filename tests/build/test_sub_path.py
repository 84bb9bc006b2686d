"""A site below the root of its host. Build layer: addresses are written when a whole site is."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.build.conftest import SITE_URL, parsed, the


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def address_of(file: Path, site: Path) -> str:
    return SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")


def links(file: Path) -> list[str]:
    tree = parsed(file)
    found = [node.attributes[name] for name in ("href", "src") for node in tree.css(f"[{name}]")]
    return [link for link in found if link]


def test_every_link_leads_to_a_file_below_the_path(odd: Path) -> None:
    lost = []
    for file in pages(odd):
        for link in links(file):
            target = urljoin(address_of(file, odd), link)
            if urlsplit(target).netloc == "x.example":
                path = urlsplit(target).path.removeprefix("/sub/")
                if (
                    path.startswith("/")
                    or not (odd / (f"{path}index.html" if path.endswith("/") or not path else path)).is_file()
                ):
                    lost.append(f"{file.relative_to(odd)}: {link}")
    assert lost == []


def test_every_page_says_where_it_is_itself(odd: Path) -> None:
    for file in pages(odd):
        if not parsed(file).css('meta[http-equiv="refresh"]'):
            assert the(file, 'link[rel="canonical"]').attributes["href"] == address_of(file, odd)


@pytest.mark.parametrize("name", ["404.html", "en/404.html"])
def test_the_links_of_the_404_page_work_at_any_depth(odd: Path, name: str) -> None:
    inside = [link for link in links(odd / name) if not link.startswith(("http", "#"))]
    assert len(inside) > 5
    assert [link for link in inside if not link.startswith("/sub/")] == []


@pytest.mark.parametrize("name", ["404.html", "en/404.html"])
def test_the_links_of_the_404_page_start_at_the_root_of_a_host_of_its_own(small: Path, name: str) -> None:
    inside = [link for link in links(small / "site" / name) if not link.startswith(("http", "#"))]
    assert [link for link in inside if not link.startswith("/") or link.startswith("//")] == []


def test_the_sitemap_and_robots_txt_name_the_path(odd: Path) -> None:
    sitemap = (odd / "sitemap-nl.xml").read_text(encoding="utf-8")
    assert "<loc>https://x.example/sub/verhalen/een-verhaal/</loc>" in sitemap
    assert "Sitemap: https://x.example/sub/sitemap.xml" in (odd / "robots.txt").read_text(encoding="utf-8")
    assert "404" not in sitemap
    assert "/oud/" not in sitemap

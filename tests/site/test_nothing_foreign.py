"""Site, the real build: nothing comes from another host, and nothing is published that is not meant for visitors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from portal.model.page import Page
from portal.publish.manifest import NAME as MANIFEST
from tests.conftest import BASE
from tests.real_site import PAGES, found_on, html, internal, links

LINK_TYPES_THAT_LOAD_NOTHING = ("canonical", "alternate", "license", "author")
PUBLISHED = {".html", ".css", ".js", ".woff2", ".xml", ".gz", ".txt", ".svg", ".png", ".jpg", ".webp", ".avif", ".ico",
             ".webmanifest", ".pdf", ".zip", ".atom", ".ics", ".json", ".jsonld", ".geojson", ".csv",
             ".md", ".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"}  # fmt: skip
"""What a folder of files for visitors may hold: no YAML, no Python, no source map."""


def test_a_page_loads_nothing_from_another_host(built: Path) -> None:
    def loaded(page: Page[Any]) -> object:
        others = [(node, url) for node, url in links(page, built) if node.tag != "a" and not internal(url)]
        return [url for node, url in others if node.attributes.get("rel") not in LINK_TYPES_THAT_LOAD_NOTHING]

    assert found_on(PAGES, loaded) == {}


def test_a_page_opens_no_connection_ahead(built: Path) -> None:
    def opened(page: Page[Any]) -> object:
        types = "[rel~=preconnect], [rel~=dns-prefetch], [rel~=prerender]"
        return [node.html for node in html(page, built).css(types)]

    assert found_on(PAGES, opened) == {}


def test_a_link_to_another_site_has_a_scheme_that_we_know(built: Path) -> None:
    """A calendar that one subscribes to is our own."""

    def unknown(page: Page[Any]) -> object:
        schemes = {url.split(":")[0] for node, url in links(page, built) if node.tag == "a" and not internal(url)}
        own = BASE.replace("https:", "webcal:")
        subscribed = {url for node, url in links(page, built) if url.startswith("webcal:")}
        foreign = {url for url in subscribed if not url.startswith(f"{own}/")}
        return (schemes - {"https", "http", "mailto", "tel", "webcal"}) | foreign

    assert found_on(PAGES, unknown) == {}


def test_only_files_for_visitors_are_published(built: Path) -> None:
    files = [path for path in built.rglob("*") if path.is_file() and path.name != MANIFEST]
    others = [path for path in files if path.suffix not in PUBLISHED]
    assert [path.relative_to(built).as_posix() for path in others] == []


def test_no_folder_of_the_project_is_published(built: Path) -> None:
    """What is in `data/` is made: the open data, by version."""
    assert [name for name in ("nl", "hooks", "search") if (built / name).exists()] == []
    assert [
        path.name for path in (built / "data").iterdir() if not re.fullmatch(r"v\d+|\w+\.(json|jsonld)", path.name)
    ] == []


def test_none_of_materials_files_is_published(built: Path) -> None:
    names = [
        path.name for path in built.rglob("*") if re.search(r"bundle|palette\.|workers|lunr|search_index", path.name)
    ]
    assert names == []
    texts = [path for path in built.rglob("*") if path.suffix in (".css", ".js", ".html")]
    made = re.compile(r"--md-|md-header|__md_scope|mkdocs-material")
    assert [path.name for path in texts if made.search(path.read_text(encoding="utf-8"))] == []


def test_a_stylesheet_loads_only_what_stands_beside_it(built: Path) -> None:
    for path in built.rglob("*.css"):
        css = path.read_text(encoding="utf-8")
        assert "@import" not in css
        urls = [url.strip("\"'") for url in re.findall(r"url\(([^)]*)\)", css)]
        assert [url for url in urls if not (path.parent / url).is_file()] == []


def test_a_script_names_no_host_and_sets_no_cookie(built: Path) -> None:
    forbidden = re.compile(r"https?://|[\"'`]//|XMLHttpRequest|sendBeacon|\bcookie|\beval\(|new Function")
    theirs = built / "assets/search/pagefind.js"  # Pagefind's own: on the search page, whose policy knows no other host
    for path in set(built.rglob("*.js")) - {theirs}:
        assert forbidden.findall(path.read_text(encoding="utf-8")) == []


def test_no_file_names_a_source_map(built: Path) -> None:
    texts = [path for path in built.rglob("*") if path.suffix in (".css", ".js")]
    assert [path.name for path in texts if "sourceMappingURL" in path.read_text(encoding="utf-8")] == []

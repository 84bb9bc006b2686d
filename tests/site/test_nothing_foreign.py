"""Site, the real build: nothing comes from another host, and nothing is published that is not meant for visitors."""

from __future__ import annotations

import re
from pathlib import Path

from portal.site import Page
from tests.real_site import each_page, internal, links

LINK_TYPES_THAT_LOAD_NOTHING = ("canonical", "alternate", "license", "author")
PUBLISHED = {".html", ".css", ".js", ".woff2", ".xml", ".gz", ".txt", ".svg", ".png", ".jpg", ".webp", ".avif", ".ico",
             ".webmanifest", ".pdf", ".ics", ".json"}  # fmt: skip
"""What a folder of files for visitors may hold: no YAML, no Markdown, no Python, no source map."""


@each_page
def test_a_page_loads_nothing_from_another_host(page: Page, built: Path) -> None:
    foreign = [
        url
        for node, url in links(page, built)
        if node.tag != "a" and not internal(url)
        and not (node.tag == "link" and node.attributes.get("rel") in LINK_TYPES_THAT_LOAD_NOTHING)
    ]  # fmt: skip
    assert foreign == []


@each_page
def test_a_page_opens_no_connection_ahead(page: Page, built: Path) -> None:
    rels = [(node.attributes.get("rel") or "").split() for node, _ in links(page, built) if node.tag == "link"]
    assert [rel for rel in rels if {"preconnect", "dns-prefetch", "prerender"} & set(rel)] == []


@each_page
def test_a_link_to_another_site_is_encrypted_or_has_no_choice(page: Page, built: Path) -> None:
    schemes = {url.split(":")[0] for node, url in links(page, built) if node.tag == "a" and not internal(url)}
    assert schemes <= {"https", "http", "mailto", "tel"}


def test_only_files_for_visitors_are_published(built: Path) -> None:
    others = [path for path in built.rglob("*") if path.is_file() and path.suffix not in PUBLISHED]
    assert [path.relative_to(built).as_posix() for path in others] == []


def test_no_data_folder_is_published(built: Path) -> None:
    assert [
        path.name for path in (built / "data", built / "nl", built / "hooks", built / "search") if path.exists()
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
    for path in built.rglob("*.js"):
        assert forbidden.findall(path.read_text(encoding="utf-8")) == []


def test_no_file_names_a_source_map(built: Path) -> None:
    texts = [path for path in built.rglob("*") if path.suffix in (".css", ".js")]
    assert [path.name for path in texts if "sourceMappingURL" in path.read_text(encoding="utf-8")] == []

"""Feeds: keeps the text of the stories that a feed has, names the feeds in every head, and writes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.engine import i18n, mkdocs_files
from portal.engine.whole_addresses import with_whole_addresses
from portal.model import feeds
from portal.model.addresses import destination
from portal.model.page import Page
from portal.model.placed_pictures import path_of


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Keep the markup of what a feed tells whole, in which MkDocs has put the addresses that links lead to."""
    build = mkdocs_files.current(config)
    told = {page.source for page in feeds.stories_in_feed(build.read, i18n.build_locale(config))}
    for file in files.documentation_pages():
        if file.src_uri in told and file.page:
            build.told[file.src_uri] = file.page.content or ""
    return env


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the head which feeds there are."""
    build = mkdocs_files.current(config)
    context["feeds"] = feeds.feeds_of(build.site, mkdocs_files.our_page(page, config).locale)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the feeds of this language."""
    build = mkdocs_files.current(config)
    base = (config.site_url or "/").rstrip("/")
    assert build.environment
    paragraphs = build.environment.get_template("partials/paragraphs.html")

    def drawn(texts: Iterable[str]) -> str:
        return paragraphs.render(paragraphs=list(texts)).strip()

    def full_text(page: Page[Any]) -> str:
        def picture(source: str) -> str | None:
            path = path_of(page, source)
            return f"{base}/{build.placed[path].files['jpg'][-1].path}" if path and path in build.placed else None

        return with_whole_addresses(build.told[page.source], base + page.address, picture)

    for feed in feeds.feeds_of(build.site, i18n.build_locale(config)):
        found = feeds.items(feeds.Writing(build.site, feed, base, full_text, drawn))
        for address, content in (
            (feed.atom, feeds.atom(build.site, feed, base, found)),
            (feed.json, feeds.json_feed(build.site, feed, base, found)),
        ):
            file = Path(config.site_dir, destination(address))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

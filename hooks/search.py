"""Search: the indexes are made while pages are drawn, and written when all are there; `portal.search` makes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.engine import i18n, mkdocs_files
from portal.schema.search import SearchPage
from portal.search.index import FOLDER, Indexing, vocabulary, write
from portal.words.wording import say


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin, unless it is the preview: it makes an index when somebody opens the search page."""
    build = mkdocs_files.current(config)
    if build.indexing is None and build.drafts is None:
        build.indexing = Indexing.begin(build.read)  # at the same time as pages ask theirs
    return config


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the search page where its index is, and the words that are known."""
    ours = mkdocs_files.our_page(page, config)
    if isinstance(ours.about, SearchPage):
        build = mkdocs_files.current(config)
        context["search_folder"] = f"{FOLDER}/"
        context["search_words"] = build.site.once(vocabulary, ours.locale).path
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write them, after the last language, and say what it took to make them."""
    build = mkdocs_files.current(config)
    for page in (page for page in build.site.pages.values() if isinstance(page.about, SearchPage)):
        asset = build.site.once(vocabulary, page.locale)
        path = Path(config.site_dir, asset.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    if build.indexing is None or i18n.build_locale(config) != build.site.languages.locales[-1]:
        return
    for index in build.indexing.finished():
        write(index, Path(config.site_dir))
        if index.kept:
            continue
        memory = f"{index.memory / 2**20:.0f}" if index.memory else "?"
        click.echo(
            say("build.search", locale=index.locale, count=index.count, seconds=f"{index.seconds:.1f}", memory=memory)
        )

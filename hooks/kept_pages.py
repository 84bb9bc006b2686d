"""Kept pages: one that would be drawn as it was drawn before is written as it was, and MkDocs does not draw it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.assets.inputs import Inputs
from portal.engine import mkdocs_files
from portal.engine.kept_pages import KeptPages

FIRST, LAST = 1000, -1000


def _kept(config: MkDocsConfig) -> KeptPages | None:
    """Nothing is kept where somebody else may have a hand in a page, such as a plugin that dates it."""
    build = mkdocs_files.current(config)
    ours = build.drafts is None and all(name == "i18n" or name in config.hooks for name in config.plugins)
    inputs = Inputs.of(mkdocs_files.root(config), build.site.day) if ours else None
    if inputs is None:
        return None
    named = {name: value for name, value in config.extra.items() if not name.startswith("portal")}
    beside = json.dumps([inputs.beside, config.site_url, named], default=str)
    return KeptPages(mkdocs_files.cache(config, "pages"), beside)


@event_priority(LAST)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Write the pages that are kept, now that each has its markup, and take them from MkDocs' list."""
    build = mkdocs_files.current(config)
    build.kept = build.kept or _kept(config)
    pages = files.documentation_pages() if build.kept else ()
    for number, file in enumerate(pages, start=1):
        assert file.page
        assert build.kept
        ours = mkdocs_files.our_page(file.page, config)
        build.markup[ours.source] = file.page.content or ""
        html = build.kept.read(ours, build.markup[ours.source], build.notes)
        # One is left to MkDocs in each language: it dates sitemap.xml.gz by the pages that it draws.
        if html is not None and number < len(pages):
            path = Path(file.abs_dest_path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(html.encode())
            file.inclusion = InclusionLevel.EXCLUDED
            build.step()
    return env


@event_priority(FIRST)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """From here on all that is asked is asked by this page."""
    build = mkdocs_files.current(config)
    if build.kept:
        build.notes.begin()
    return context


@event_priority(LAST)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the page with what it asked."""
    build = mkdocs_files.current(config)
    if build.kept:
        ours = mkdocs_files.our_page(page, config)
        build.kept.write(ours, build.markup[ours.source], build.notes.end(), output)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Forget the pages that are gone."""
    build = mkdocs_files.current(config)
    if build.kept:
        build.kept.forget_others(list(build.site.pages.values()))

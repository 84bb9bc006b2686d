"""Sitemaps: one for each language, named by the index `sitemap.xml`, with the photos of each page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files
from portal.engine.i18n import build_locale
from portal.engine.mkdocs_files import Build
from portal.model.page import Page
from portal.model.placed_pictures import placed
from portal.schema.marks import Ref, walk
from portal.schema.picture import Picture


def pictures(build: Build) -> Mapping[tuple[str, str], list[str]]:
    """The photos that each page shows itself, in their largest size; those of its lists are on other pages."""
    found: dict[tuple[str, str], list[PurePosixPath]] = defaultdict(list)
    entries = build.site.all(Picture)
    for page in build.site.pages.values():
        for _, ref, slug in walk(page.about, Ref) if page.part == 1 and not page.choice else ():
            if Picture.collection in ref.collections:
                found[page.locale, page.key].append(entries[slug].path)
    for page, _, path in placed(build.site):
        found[page.locale, page.key].append(path)
    return {
        page: [build.placed[path].files["jpg"][-1].path for path in dict.fromkeys(paths) if path in build.placed]
        for page, paths in found.items()
    }


def listed(build: Build, locale: str) -> list[Page[Any]]:
    """The pages of a language that search engines are to know."""
    return [page for page in build.site.pages.values() if page.locale == locale and page.kind != "not-found"]


def on_post_build(config: MkDocsConfig) -> None:
    """Write that of the language that was built."""
    build, locale = mkdocs_files.current(config), build_locale(config)
    assert build.environment
    shown = pictures(build)
    text = build.environment.get_template("sitemap-language.xml").render(
        site=build.site,
        base=(config.site_url or "/").rstrip("/"),
        pages=[(page, shown.get((page.locale, page.key), ())) for page in listed(build, locale)],
    )
    Path(config.site_dir, f"sitemap-{locale}.xml").write_text(text, encoding="utf-8", newline="\n")

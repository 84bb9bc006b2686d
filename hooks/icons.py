"""Icons: the mark of the site in a tab and on a home screen, with a manifest in each language."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.art.icons import icons, manifest, manifest_path
from portal.engine import mkdocs_files
from portal.engine.i18n import build_locale


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the manifest is, and the colours of the browser's own bars."""
    context["manifest"] = manifest_path(context["home"].address)
    context["palette"] = mkdocs_files.current(config).palette
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the manifest of this language, and once the icons, which are the same in each."""
    build = mkdocs_files.current(config)
    locale = build_locale(config)
    home = build.site.pages[locale, "index"]
    name = build.site.string("site.name", locale)
    about = manifest_path(home.address)
    files = {about: manifest(about, name, home.description, locale, build.palette)}
    if locale == build.site.languages.default:
        files.update(icons(partial(build.drawing, "icon"), mkdocs_files.cache(config, "icons")))
    for name, content in files.items():
        path = Path(config.site_dir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

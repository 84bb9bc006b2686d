"""Open data: writes the files of /data/, and gives the page that explains them what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.engine import mkdocs_files
from portal.model.open_files import files
from portal.schema.open_data import OpenDataPage


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the page of the open data where the site stands: its examples can be used as they are."""
    if isinstance(mkdocs_files.our_page(page, config).about, OpenDataPage):
        context["base"] = (config.site_url or "/").rstrip("/")
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, when there is a page that explains them."""
    site = mkdocs_files.current(config).site
    base = (config.site_url or "/").rstrip("/")
    if page := site.page(site.languages.default, OpenDataPage.at):
        for path, content in files(site, base, base + page.address):
            file = Path(config.site_dir, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

"""Calendars: beside the agenda of each language, a file for everything, for each cluster and for each event."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files
from portal.model.addresses import destination
from portal.model.calendars import calendars


def on_post_build(config: MkDocsConfig) -> None:
    """Write the calendars."""
    site = mkdocs_files.current(config).site
    for locale in site.languages:
        if page := site.page(locale, "agenda/index"):
            folder = Path(config.site_dir, destination(page.address)).parent
            folder.mkdir(parents=True, exist_ok=True)
            base = (config.site_url or "/").rstrip("/")
            for name, content in calendars(site, locale, base):
                (folder / name).write_bytes(content)

"""Pictures: each in the widths and formats that pages use. What was delivered is not published."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from portal.assets.pictures import publish
from portal.engine import mkdocs_files
from portal.words.problem import ContentError


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pictures before the first page asks for one."""
    build = mkdocs_files.current(config)
    if not build.placed:
        cache = mkdocs_files.cache(config, "pictures")
        try:
            placed = publish(build.read, cache, build.palette, build.progress)
        except ContentError as error:
            raise PluginError(str(error)) from error
        build.placed = build.notes.beside("placed", placed)
        known = {one.entry.slug: one for one in placed.values() if one.entry}
        build.pictures = build.notes.beside("pictures", known)
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write them beside the pages."""
    cache = mkdocs_files.cache(config, "pictures")
    for picture in mkdocs_files.current(config).placed.values():
        for renditions in picture.files.values():
            for rendition in renditions:
                path = Path(config.site_dir, rendition.path)
                if not path.exists():  # the second language needs them no more
                    cache.copy(rendition.kept_as, path)

"""Assets: stylesheet, scripts and font are written beside the pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files


def on_post_build(config: MkDocsConfig) -> None:
    """Write each asset under its hashed name."""
    for asset in mkdocs_files.current(config).assets.values():
        path = Path(config.site_dir, asset.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)

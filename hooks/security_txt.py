"""security.txt: written once, when there is somebody to write to."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files
from portal.model.security_txt import PATH, security_txt


def on_post_build(config: MkDocsConfig) -> None:
    """Write the file."""
    if text := security_txt(mkdocs_files.current(config).site, config.site_url or "/"):
        path = Path(config.site_dir, PATH)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

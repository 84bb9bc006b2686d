"""The guide in the pocket: a service worker that keeps it readable without a network, named after what it keeps."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from portal.engine import mkdocs_files
from portal.model.addresses import destination
from portal.model.page import Page
from portal.model.site import Site

SCRIPTS = ("calendar.js", "dates.js", "eligibility.js", "menu.js", "offline.js", "plan.js", "planner.js")
ALSO = ("glossary", "index")
"""What the guide leads to and from: the words it explains, and the home page with its ways in."""


def kept(site: Site) -> list[Page[Any]]:
    """The pages that can be read without a network: the guide and what belongs to it, in each language."""
    guides = [page.address for page in site.pages.values() if page.key == "guide/index"]
    return [page for page in site.pages.values() if page.key in ALSO or page.address.startswith(tuple(guides))]


def on_post_build(config: MkDocsConfig) -> None:
    """Write the worker at the root, where it sees the whole site, with the pages that are there by then."""
    build = mkdocs_files.current(config)
    assert build.environment is not None
    folder = Path(config.site_dir)
    pages = [page for page in kept(build.site) if (folder / destination(page.address)).is_file()]
    files = [build.assets[name].path for name in ("site.css", "manrope.woff2", *SCRIPTS)]
    content = [(folder / destination(page.address)).read_bytes() for page in pages]
    version = hashlib.sha256(b"".join(content) + " ".join(files).encode()).hexdigest()[:12]
    links = [page.address[1:] or "./" for page in pages]
    worker = build.environment.get_template("guide-worker.js").render(version=version, files=[*links, *files])
    (folder / "worker.js").write_text(worker, encoding="utf-8", newline="\n")

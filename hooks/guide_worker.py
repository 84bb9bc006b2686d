"""The guide in the pocket: a service worker for the guide alone, one in each language, named after what it keeps."""

from __future__ import annotations

import hashlib
import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from portal import LOCALES
from portal.engine import mkdocs_files
from portal.model.addresses import destination
from portal.model.site import Page, Site

SCRIPTS = ("calendar.js", "dates.js", "eligibility.js", "menu.js", "planner.js")


def kept(site: Site, guide: Page) -> list[Page]:
    """The pages that can be read without a network: everything below the guide."""
    return [page for page in site.pages.values() if page.address.startswith(guide.address)]


def on_post_build(config: MkDocsConfig) -> None:
    """Write the worker beside the guide, once the pages of its language are there."""
    build = mkdocs_files.current(config)
    assert build.environment is not None
    template = build.environment.get_template("guide-worker.js")
    for locale in LOCALES:
        guide = build.site.page(locale, "guide/index")
        if guide is None or not Path(config.site_dir, destination(guide.address)).is_file():
            continue
        pages = kept(build.site, guide)
        files = [build.assets[name].path for name in ("site.css", "manrope.woff2", *SCRIPTS)]
        content = [Path(config.site_dir, destination(page.address)).read_bytes() for page in pages]
        version = hashlib.sha256(b"".join(content) + " ".join(files).encode()).hexdigest()[:12]
        links = [posixpath.relpath(page.address, guide.address) + "/" for page in pages]
        links += [posixpath.relpath(f"/{path}", guide.address) for path in files]
        worker = template.render(locale=locale, version=version, files=links)
        path = Path(config.site_dir, guide.address[1:], "worker.js")
        path.write_text(worker, encoding="utf-8", newline="\n")

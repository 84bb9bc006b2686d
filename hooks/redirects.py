"""Redirects: a small page at each old address that leads to the new one, on any host and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from portal.engine import mkdocs_files
from portal.model.addresses import destination
from portal.model.page import Page
from portal.model.site import Site


def pages(site: Site) -> list[tuple[str, Page[Any]]]:
    """Each old address with the page that took its place."""
    by_address = {page.address: page for page in site.pages.values()}
    return [(redirect.from_, by_address[redirect.to]) for redirect in site.redirects]


def on_post_build(config: MkDocsConfig) -> None:
    """Write a page for each redirect."""
    build = mkdocs_files.current(config)
    assert build.environment is not None
    template = build.environment.get_template("redirect.html")
    for address, target in pages(build.site):
        link = get_relative_url(target.address[1:], address[1:])
        canonical = (config.site_url or "/").rstrip("/") + target.address
        styles = get_relative_url(build.assets["site.css"].path, address[1:])
        words = {"site": build.site, "locale": target.locale, "target": target}
        html = template.render(words, link=link, canonical=canonical, styles=styles)
        path = Path(config.site_dir, destination(address))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="\n")

"""Corrections: on each page of content, where to say that something is wrong; if mkdocs.yml says where that is."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.engine import mkdocs_files
from portal.engine.corrections import CorrectionError, check, link
from portal.model.publisher import publisher
from portal.model.site import Site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse an address that cannot be used before a page is drawn with it."""
    if template := config.extra.get("correct_url"):
        try:
            check(str(template))
        except CorrectionError as error:
            raise PluginError(str(error)) from error
    return config


def _of_the_publisher(site: Site) -> str:
    """Who answers for the site reads what is sent, unless mkdocs.yml says that somebody else does."""
    who = publisher(site)
    return f"mailto:{who.mail}?subject={{title}}" if who and who.mail else ""


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give the page its address; the page that is not there has nothing to correct."""
    ours = mkdocs_files.our_page(page, config)
    template = config.extra.get("correct_url") or _of_the_publisher(mkdocs_files.current(config).site)
    context["correct_link"] = link(template, ours) if template and ours.kind != "not-found" else ""
    return context

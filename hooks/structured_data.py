"""Structured data: gives every page its schema.org data for the head."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal.engine import mkdocs_files
from portal.views.structured_data import Telling, structured_data


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give the template the data; it writes them with Jinja's `tojson`, which escapes what could end a script."""
    ours = mkdocs_files.our_page(page, config)
    base = (config.site_url or "/").rstrip("/")
    card = context["social_card"]
    told = Telling(context["site"], ours, context["trail"], base, context["pictures"], card.image if card else None)
    context["structured_data"] = structured_data(told)
    return context

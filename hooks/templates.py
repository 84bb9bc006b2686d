"""Templates: MkDocs' Jinja environment, made safe and given our functions."""

from __future__ import annotations

from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portal import mkdocs_files
from portal.template_tools import prepare


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Prepare the environment before any template is read."""
    mkdocs_files.current(config).environment = prepare(env)
    return env


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """Give sitemap.xml and robots.txt the site."""
    context["site"] = mkdocs_files.current(config).site
    context["base"] = (config.site_url or "/").rstrip("/")
    return context

"""Templates: MkDocs' Jinja environment, made safe and given our functions."""

from __future__ import annotations

from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portal.assets.cache import recipe
from portal.engine import mkdocs_files, template_tools


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Prepare the environment before any template is read."""
    compiled = mkdocs_files.cache(config, "templates").folder
    compiled.mkdir(parents=True, exist_ok=True)
    # Each language has its own environment; what the first has compiled serves the second, and the next build.
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(compiled), f"{recipe(template_tools)[:16]}-%s")
    mkdocs_files.current(config).environment = template_tools.prepare(env)
    return env


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """Give sitemap.xml and robots.txt the site."""
    context["site"] = mkdocs_files.current(config).site
    context["base"] = (config.site_url or "/").rstrip("/")
    return context

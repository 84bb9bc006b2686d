"""Templates: MkDocs' Jinja environment, made safe and given our functions."""

from __future__ import annotations

from typing import Any

import jinja2
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portal.assets.cache import Cache, recipe
from portal.engine import mkdocs_files, strict_templates, template_tools


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept like all that takes long: damaged ones would crash Python."""

    def __init__(self, cache: Cache, made_by: str) -> None:
        self.cache = cache
        self.made_by = made_by

    def load_bytecode(self, bucket: Bucket) -> None:
        if content := self.cache.read(f"{self.made_by}-{bucket.key}"):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.cache.write(f"{self.made_by}-{bucket.key}", bucket.bytecode_to_string())


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Prepare the environment before any template is read."""
    build = mkdocs_files.current(config)
    languages = build.site.languages
    mixed = len(languages.whole) < len(languages)
    # Each language has its own environment; what the first has compiled serves the second, and the next build.
    made_by = recipe(template_tools, strict_templates, str(mixed))[:16]
    env.bytecode_cache = _Compiled(mkdocs_files.cache(config, "templates"), made_by)
    build.environment = template_tools.prepare(env, mixed=mixed, drawn=build.drawn)
    return env


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """Give sitemap.xml and robots.txt the site."""
    context["site"] = mkdocs_files.current(config).site
    context["base"] = (config.site_url or "/").rstrip("/")
    return context

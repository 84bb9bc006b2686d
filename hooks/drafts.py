"""Drafts: in the preview MkDocs draws no page by itself; each is drawn when somebody asks for it."""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from portal.engine import i18n, mkdocs_files
from portal.model import feeds

LAST = -1000


@event_priority(LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the pages of this language, with their addresses, from MkDocs' list."""
    build = mkdocs_files.current(config)
    if build.drafts:
        told = {page.source for page in feeds.stories_in_feed(build.read, i18n.build_locale(config))}
        build.drafts.take(files, told)
    return files


@event_priority(LAST)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Note with which environment they are drawn."""
    if drafts := mkdocs_files.current(config).drafts:
        drafts.draw_with(env)
    return env

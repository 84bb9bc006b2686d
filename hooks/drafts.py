"""Drafts: in the preview MkDocs draws no page by itself; each is drawn when somebody asks for it."""

from __future__ import annotations

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from portal.engine import mkdocs_files

LAST = -1000


@event_priority(LAST)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the pages of this language, with their addresses, from MkDocs' list."""
    if drafts := mkdocs_files.current(config).drafts:
        drafts.take(files, config)
    return files


@event_priority(LAST)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Note with which environment they are drawn."""
    if drafts := mkdocs_files.current(config).drafts:
        drafts.draw_with(env)
    return env

"""The only module that knows the plugin mkdocs-static-i18n, which runs one whole build per language."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_static_i18n.plugin import I18n

from portal.model.addresses import destination
from portal.model.site import Site

AFTER_PLUGIN = -150
"""The event priority at which the plugin (-100) has done its work."""


def _plugin(config: MkDocsConfig) -> I18n:
    return cast("I18n", config.plugins["i18n"])


def build_locale(config: MkDocsConfig) -> str:
    """The language that is being built. Unknown (None) before AFTER_PLUGIN in the first `on_config`."""
    return cast("str", _plugin(config).current_language)


def set_addresses(files: Files, site: Site, config: MkDocsConfig) -> None:
    """Give every page of this language its own address, and drop those that fell back to the other language.

    The plugin would publish a page that has no twin as a copy under the other language's address.
    """
    locale = build_locale(config)
    for file in list(files.documentation_pages()):
        file_locale, _, key = file.src_uri.removesuffix(".md").partition("/")
        page = site.page(locale, key) if file_locale == locale else None
        if page is None:
            files.remove(file)
            continue
        file.dest_uri = destination(page.address)
        file.url = page.address[1:] or "./"
        file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))

"""The only module that knows the plugin mkdocs-static-i18n, which runs one whole build per language."""

from __future__ import annotations

import os
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portal.addresses import destination
from portal.site import Site

AFTER_PLUGIN = -150
"""The event priority at which the plugin (-100) has done its work."""


def build_locale(config: MkDocsConfig) -> str:
    """The language that is being built. Unknown (None) before AFTER_PLUGIN in the first `on_config`."""
    return cast("str", config.plugins["i18n"].current_language)


def is_last_build(config: MkDocsConfig) -> bool:
    """Whether the language that is being built is the last."""
    plugin = config.plugins["i18n"]
    return bool(plugin.current_language == plugin.build_languages[-1])


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
        file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))

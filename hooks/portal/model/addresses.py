"""Addresses: where each page is published, in the language of the page.

The home page of the default language is `/`, that of another `/en/`. The address of a folder is the `slug` of its
index page (`stories` is `/verhalen/` and `/en/stories/`), that of a page its `slug`, or else its file name. In a
language that has no such index page the folder is called as in its own file name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.words.languages import Languages

NOT_FOUND = "404"
"""The key of the page that hosts serve when there is none."""


def home(languages: Languages, locale: str) -> str:
    """The address of a language version."""
    return "/" if locale == languages.default else f"/{locale}/"


@dataclass(frozen=True)
class Addresses:
    """The addresses of the pages of one language."""

    languages: Languages
    locale: str
    slugs: Mapping[str, str | None]
    """The `slug` in the front matter of every page of the language, by key."""

    def of(self, key: str, own: str | None = None) -> str:
        """The address of the page at `key`; `own` is the last part of it for a page that has no front matter."""
        result = home(self.languages, self.locale)
        if key == NOT_FOUND:
            return f"{result}404.html"  # where static hosts look for it
        parts = key.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            result += f"{self.slugs.get(f'{folder}/index') or parts[depth - 1]}/"
        if parts[-1] == "index":
            return result
        return f"{result}{own or self.slugs.get(key) or parts[-1]}/"


def destination(address: str) -> str:
    """The file that is served at an address, relative to the root of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path

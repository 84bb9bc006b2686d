"""Addresses: where each page is published, in the language of the page.

The home page of the default language is `/`, that of another `/en/`. The address of a folder is the `slug` of its
index page (`stories` is `/verhalen/` and `/en/stories/`), that of a page its `slug`, or else its file name.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal import DEFAULT_LOCALE

PART = {"nl": "pagina", "en": "page"}
"""What a page of a list that goes on over several is called."""


def home(locale: str) -> str:
    """The address of a language version."""
    return "/" if locale == DEFAULT_LOCALE else f"/{locale}/"


def address(locale: str, key: str, slugs: Mapping[str, str | None]) -> str:
    """The address of the page at `key`, given the `slug` in the front matter of every page of the language."""
    if key == "404":
        return f"{home(locale)}404.html"  # where static hosts look for it
    parts = key.split("/")
    result = home(locale)
    for depth in range(1, len(parts)):
        folder = "/".join(parts[:depth])
        result += f"{slugs.get(f'{folder}/index') or parts[depth - 1]}/"
    if parts[-1] == "index":
        return result
    return f"{result}{slugs.get(key) or parts[-1]}/"


def part(locale: str, number: int) -> tuple[str, str]:
    """How a further page of a list is named: in its title, and in its address below that of the list."""
    return f"{PART[locale]} {number}", f"{PART[locale]}-{number}"


def destination(address: str) -> str:
    """The file that is served at an address, relative to the root of the site."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path

"""Languages: which ones the site has. The list stands in mkdocs.yml, under the plugin i18n, and nowhere else.

A language is whole, so that every page and text is required in it, or partial: then only what is translated gets a
page, and everything else leads to the page of the default language. `extra: {partial: true}` makes it partial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from portal.words.own_file import FAST_LOADER
from portal.words.problem import ContentError, Place

CONFIG = PurePosixPath("mkdocs.yml")


@dataclass(frozen=True)
class Language:
    """A language version of the site."""

    locale: str
    """Its code: the first part of its addresses, the folder of its pages, the name of its file of strings."""
    whole: bool = True


@dataclass(frozen=True)
class Languages:
    """The language versions, the default first: it stands at the root of the site."""

    versions: tuple[Language, ...]

    @classmethod
    def of(cls, *whole: str, partial: tuple[str, ...] = ()) -> Languages:
        """Languages by their codes."""
        return cls((*(Language(locale) for locale in whole), *(Language(locale, whole=False) for locale in partial)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.locales)

    def __contains__(self, locale: object) -> bool:
        return locale in self.locales

    def __len__(self) -> int:
        return len(self.versions)

    @property
    def locales(self) -> tuple[str, ...]:
        """Every code, the default first."""
        return tuple(version.locale for version in self.versions)

    @property
    def default(self) -> str:
        """The language at the root of the site."""
        return self.versions[0].locale

    @property
    def whole(self) -> tuple[str, ...]:
        """Those in which everything is required."""
        return tuple(version.locale for version in self.versions if version.whole)

    def others(self, locale: str) -> tuple[str, ...]:
        """All but one."""
        return tuple(other for other in self.locales if other != locale)


class _Loader(FAST_LOADER):  # type: ignore[misc]
    """Reads mkdocs.yml for its structure: what a tag such as !ENV stands for is MkDocs' to find out."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_languages(root: Path) -> Languages:
    """The languages of the project in `root`; raise ContentError when mkdocs.yml names none that can be used."""
    place = Place(CONFIG)
    try:
        config = yaml.load((root / CONFIG).read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
        listed = [_language(entry) for entry in _listed(config)]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ContentError([place.problem("languages.unreadable")]) from error
    codes = [language.locale for language in listed]
    if not listed or not listed[0].whole or len(set(codes)) < len(codes):
        raise ContentError([place.problem("languages.list", found=", ".join(codes))])
    return Languages(tuple(listed))


def _listed(config: dict[str, Any]) -> list[dict[str, Any]]:
    plugins = config["plugins"]
    named = (
        plugins if isinstance(plugins, dict) else {k: v for p in plugins if isinstance(p, dict) for k, v in p.items()}
    )
    languages: list[dict[str, Any]] = named["i18n"]["languages"]
    return sorted(languages, key=lambda entry: not entry.get("default", False))


def _language(entry: dict[str, Any]) -> Language:
    return Language(str(entry["locale"]), whole=not (entry.get("extra") or {}).get("partial", False))

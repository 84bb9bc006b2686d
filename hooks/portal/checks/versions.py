"""Languages that never drift apart: every page is there in each whole language, and all versions agree on facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from portal.content.reading import WrittenPage
from portal.model.addresses import NOT_FOUND
from portal.model.site import Site
from portal.schema.marks import shared_fields
from portal.words.problem import Place, Problem
from portal.words.wording import Tongue

_COPY = re.compile(r"(.+)-(?:copy|kopie|old|oud|backup|bak|\d)")
"""The name of a page beside the one that it was copied from; in one language alone it is no page of its own."""
REQUIRED = ("index", NOT_FOUND)
"""Every page links to the home page of each language, and hosts look for 404.html."""


def check(site: Site) -> Iterator[Problem]:
    """Pages without a version, and versions that differ in a fact."""
    written = {(page.locale, page.key): page for page in site.content.pages}
    unknown = [
        (reference.file, str(reference.at[0]))
        for reference in site.references
        if not any(reference.slug in site.content.entries[name] for name in reference.ref.collections)
    ]
    yield from _required(site, written)
    for page in site.content.pages:
        only = page.front.only
        if only and only != page.locale:
            yield page.file.problem("twin.only-wrong", "only", found=only, locale=page.locale)
        for locale in site.languages.others(page.locale):
            path = _path(locale, page.key)
            other = written.get((locale, page.key))
            if other and only == page.locale:
                yield page.file.problem("twin.only", "only", locale=page.locale, twin=path)
            elif not other and not only and path not in site.content.unread and _asked(site, page, locale):
                if (copy := _COPY.fullmatch(page.key)) and (page.locale, copy[1]) in written:
                    yield page.file.problem("file.copy", found=page.file.path.name)
                    continue
                words = {"language": Tongue(locale), "twin": page.file.path, "locale": page.locale}
                yield Place(path).problem("twin.missing", **words)
        default = written.get((site.languages.default, page.key))
        if default and default is not page:
            yield from _differences(default, page, unknown)


def _asked(site: Site, page: WrittenPage, locale: str) -> bool:
    """Whether a page must be there in a language: in a whole one, and of a page that stands in a partial one alone."""
    if locale not in site.languages.whole:
        return False
    return page.locale in site.languages.whole or locale == site.languages.default


def _required(site: Site, written: dict[tuple[str, str], WrittenPage]) -> Iterator[Problem]:
    for key in REQUIRED:
        pages = {locale: written.get((locale, key)) for locale in site.languages}
        told = any(page and not page.front.only for page in pages.values())
        for locale, page in pages.items():
            # In a whole language a page that is missing beside another is a problem already.
            if page is None and not (told and locale in site.languages.whole):
                path = _path(locale, key)
                if path not in site.content.unread:
                    yield Place(path).problem("page.required")


def _path(locale: str, key: str) -> PurePosixPath:
    return PurePosixPath("content") / locale / f"{key}.md"


def _differences(page: WrittenPage, version: WrittenPage, unknown: Collection[tuple[Place, str]]) -> Iterator[Problem]:
    for path in shared_fields(type(page.front)):
        if (page.file, path[0]) in unknown or (version.file, path[0]) in unknown:
            continue  # a name that is none is told already
        here, there = _value(version.front, path), _value(page.front, path)
        if _comparable(here) == _comparable(there):
            continue
        if here and there:
            words = {"found": _shown(here), "other": _shown(there), "twin": f"{page.file.path}:{page.file.line(*path)}"}
            yield version.file.problem("twin.differs", *path, **words)
        elif here or there:
            key = "twin.only-here" if here else "twin.only-there"
            language = Tongue(page.locale)
            yield version.file.problem(key, *path, found=_shown(here or there), language=language)


def _value(value: Any, path: tuple[str, ...]) -> Any:
    for part in path:
        value = getattr(value, part, None)
    return value


def _comparable(value: Any) -> Any:
    """Numbers are written 1.700 in Dutch and 1,700 in English; lists may be in any order."""
    if isinstance(value, tuple):
        return sorted(value)
    return re.sub(r"[.,\s\u00a0]", "", value) if isinstance(value, str) and re.search(r"\d", value) else value


def _shown(value: Any) -> str:
    if value is True:
        return "'true'"
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else f"'{value}'"

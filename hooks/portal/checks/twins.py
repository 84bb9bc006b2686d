"""Two languages that never drift apart: every page has a twin, or says that it has none, and they agree on facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from portal import LOCALES
from portal.model.site import Page, Site
from portal.words.problem import Place, Problem
from portal.words.wording import phrase

REQUIRED = ("index", "404")
"""Every page links to the home page of both languages, and hosts look for 404.html."""


def check(site: Site) -> Iterator[Problem]:
    """Pages without a twin, and twins that differ in a fact."""
    yield from _required(site)
    for page in site.pages.values():
        if page.front is None:
            continue
        only = page.front.only
        if only and only != page.locale:
            yield page.file.problem("twin.only-wrong", "only", found=only, locale=page.locale)
        for locale in LOCALES:
            if locale == page.locale:
                continue
            twin_path = PurePosixPath("content") / locale / f"{page.key}.md"
            twin = site.page(locale, page.key)
            if twin and twin.front:
                if only:
                    yield page.file.problem("twin.only", "only", locale=page.locale, twin=twin_path)
                if page.locale == LOCALES[0]:
                    yield from _differences(page, twin)
            elif not only and twin_path not in site.content.unread:
                language = phrase(f"language.{locale}")
                words = {"language": language, "twin": page.file.path, "locale": page.locale}
                yield Place(twin_path).problem("twin.missing", **words)


def _required(site: Site) -> Iterator[Problem]:
    for key in REQUIRED:
        pages = {locale: site.page(locale, key) for locale in LOCALES}
        if any(page and page.front and not page.front.only for page in pages.values()):
            continue  # then a missing twin is a problem already
        for locale, page in pages.items():
            path = PurePosixPath("content") / locale / f"{key}.md"
            if page is None and path not in site.content.unread:
                yield Place(path).problem("page.required")


def _differences(page: Page, twin: Page) -> Iterator[Problem]:
    assert page.front is not None
    for name in page.front.shared:
        parts = name.split(".")
        here, there = _value(twin.front, parts), _value(page.front, parts)
        if _comparable(here) == _comparable(there):
            continue
        if here and there:
            words = {"found": _shown(here), "other": _shown(there), "twin": page.file.path}
            yield twin.file.problem("twin.differs", *parts, **words)
        elif here or there:
            key = "twin.only-here" if here else "twin.only-there"
            language = phrase(f"language.{page.locale}")
            yield twin.file.problem(key, *parts, found=_shown(here or there), language=language)


def _value(value: Any, parts: list[str]) -> Any:
    for part in parts:
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

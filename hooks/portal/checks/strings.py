"""Strings of the templates: the same in both languages, placeholders included."""

from __future__ import annotations

import string
from collections.abc import Iterator

from portal.model.site import Site
from portal.words.problem import Problem
from portal.words.wording import Phrase, phrase


def check(site: Site) -> Iterator[Problem]:
    """Strings that one language lacks, or that want other words filled in."""
    if any(place.path in site.content.unread for place in site.content.string_files.values()):
        return
    broken = [(place, key) for locale, place in site.content.string_files.items()
              for key, text in site.content.strings.get(locale, {}).items() if not can_be_filled(text)]  # fmt: skip
    yield from (place.problem("string.brace", key, found=key) for place, key in broken)
    if broken:
        return
    for here in site.content.string_files:
        for there in site.content.string_files:
            if here != there:
                yield from _compare(site, here, there)


def can_be_filled(text: str) -> bool:
    """Whether every brace belongs to a placeholder such as {count}."""
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError:  # a brace without its other half
        return False
    return all(name is None or (name.isidentifier() and not spec and not how) for _, name, spec, how in pieces)


def _compare(site: Site, here: str, there: str) -> Iterator[Problem]:
    mine, theirs = site.content.strings.get(here, {}), site.content.strings.get(there, {})
    for key, text in theirs.items():
        place = site.content.string_files[here]
        words = {"found": key, "twin": site.content.string_files[there].path}
        if key not in mine:
            yield place.problem("string.missing", **words)
        elif placeholders(mine[key]) != placeholders(text) and here < there:
            texts = {"here": _shown(mine[key]), "there": _shown(text)}
            yield place.problem("string.placeholder", key, **words, **texts)


def placeholders(text: str) -> list[str]:
    """The words that are filled in: `count` for {count}. ValueError when a brace has no other half."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


def _shown(text: str) -> str | Phrase:
    return ", ".join(placeholders(text)) or phrase("shown.nothing")

"""Strings of the templates: the same in both languages, placeholders included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.problem import Problem
from portal.site import Site
from portal.wording import say


def check(site: Site) -> Iterator[Problem]:
    """Strings that one language lacks, or that want other words filled in."""
    if any(place.path in site.content.unread for place in site.content.string_files.values()):
        return
    for here in site.content.string_files:
        for there in site.content.string_files:
            if here != there:
                yield from _compare(site, here, there)


def _compare(site: Site, here: str, there: str) -> Iterator[Problem]:
    mine, theirs = site.content.strings.get(here, {}), site.content.strings.get(there, {})
    for key, text in theirs.items():
        place = site.content.string_files[here]
        words = {"found": key, "twin": site.content.string_files[there].path}
        if key not in mine:
            yield place.problem("string.missing", **words)
        elif _placeholders(mine[key]) != _placeholders(text) and here < there:
            texts = {"here": _shown(mine[key]), "there": _shown(text)}
            yield place.problem("string.placeholder", key, **words, **texts)


def _placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"{(\w+)}", text)))


def _shown(text: str) -> str:
    return ", ".join(_placeholders(text)) or say("shown.nothing")

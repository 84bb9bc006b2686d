"""Words of a language that say nothing to a reader, such as 'click here': what checks of words look for."""

from __future__ import annotations

import functools

from portal.words.own_file import own_file


@functools.cache
def _all() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = own_file("phrases.yml")
    return found


@functools.cache
def phrases(kind: str, locale: str | None = None) -> tuple[str, ...]:
    """The words of a kind in a language, or in all of them. A language that is not in phrases.yml has none."""
    languages = [_all()[kind].get(locale, [])] if locale else _all()[kind].values()
    return tuple(word for words in languages for word in words)

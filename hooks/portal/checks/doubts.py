"""Pages that say more than once that something is not known. Advice to an editor, not a mistake.

A reader forgives one doubt; a page full of them tells nothing else. The note of a source, the date of a page and the
label of a place are where a doubt is at home, so those do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.fields import Subject
from portal.schema.page import FrontMatter
from portal.schema.per_language import PerLanguage
from portal.words.doubts import doubts
from portal.words.problem import Problem
from portal.words.wording import Tongue

MOST = 1
"""So many doubts are honest on a page."""
_WRITTEN = ("title", "description", "intro", "shout")
"""The fields of a written page that stand on it as they are."""


@dataclass(frozen=True)
class Doubt:
    """A phrase of not knowing, and where it stands in the file of its page."""

    text: str
    at: tuple[str | int, ...] = ()
    line: int = 0
    """The line of the text below the fields; 0 for a field."""


def check(site: Site) -> Iterator[Problem]:
    """The pages with more doubts than one."""
    for page in site.pages.values():
        found = list(on(page))
        if len(found) > MOST:
            words = {
                "language": Tongue(page.locale),
                "count": len(found),
                "limit": MOST,
                "first": found[0].text,
                "second": found[1].text,
            }
            second = found[1]
            if second.line:
                yield page.file.on(second.line, "doubts", **words)
            else:
                yield page.file.problem("doubts", *second.at, **words)


def on(page: Page[Subject]) -> Iterator[Doubt]:
    """The doubts on a page, in the order of its file."""
    if page.part > 1:
        return  # the same file as its first part
    texts = _fields(page.about) if isinstance(page.about, FrontMatter) else _texts(page.about, (), page.locale)
    for text, at in texts:
        yield from (Doubt(match.group(), at) for match in doubts(text, page.locale))
    for match in doubts(page.body, page.locale):
        yield Doubt(match.group(), line=page.line(page.body.count("\n", 0, match.start()) + 1))


def _fields(front: FrontMatter) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for name in _WRITTEN:
        if text := getattr(front, name, None):
            yield text, (name,)


def _texts(value: object, at: tuple[str | int, ...], locale: str) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every text of an entry in a language, with the field it stands in."""
    match value:
        case PerLanguage():
            if isinstance(text := value[locale], str):
                yield text, (*at, locale)
        case BaseModel():
            for name, field in type(value).model_fields.items():
                yield from _texts(getattr(value, name), (*at, field.alias or name), locale)
        case tuple():
            for i, one in enumerate(value):
                yield from _texts(one, (*at, i), locale)

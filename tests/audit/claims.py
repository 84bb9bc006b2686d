"""Claims to look up: drawn from the content by a hash, so that nobody chooses them, with the sources named nearby.

`python -m tests.audit.claims` prints 40; whoever reads them says for each which source carries it. A page is drawn by
the hash of its path, and on it a sentence by the hash of path and place, so a draw changes only where a text does.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from portal.checks.reading_level import sentences
from portal.model.page import Page
from portal.schema.fields import Subject
from portal.schema.page import FrontMatter
from portal.schema.per_language import PerLanguage
from portal.schema.source import Source
from tests.real_site import SITE

SOURCES = SITE.all(Source)

COUNT = 40
_NO_CLAIM = (
    "title",
    "text",
    "help",
    "about",
    "name",
    "name_in_text",
    "full",
    "unit",
    "whom",
    "own_slug",
    "how",
    "papers",
)
"""Fields of entries that name, ask or tell what to do; the text of a statement is taken with its source."""
_CHECKABLE = re.compile(r"\d|(?<=\s)[\"'(\u2018\u201c]*[A-Z]")
"""A number, or a name within the sentence: something that can be looked up."""
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*\*|\{:[^}]*\}|^[-#>:!]+\s*|^\d+\.\s+|\*")


@dataclass(frozen=True)
class Claim:
    """A sentence that says something of the world, where it stands, and what should carry it."""

    page: Page[Subject]
    line: int
    text: str
    sources: tuple[str, ...]

    @property
    def draw(self) -> str:
        """Its place in the order on its page: as good as random, and the same each time."""
        return _hash(f"{self.page.source}#{self.text}")

    def __str__(self) -> str:
        named = "; ".join(f"{slug} <{SOURCES[slug].url or 'no address'}>" for slug in self.sources)
        return f"{self.page.file.path}:{self.line}: [{self.page.locale}] {self.text}\n    {named or 'no source'}"


def claims(page: Page[Subject]) -> list[Claim]:
    """What a page claims, in the order of its file: every sentence with a name or a number, questions aside."""
    found = (
        _of_text(page) if isinstance(page.about, FrontMatter) else _of_entry(page, page.about, (), page.about.sources)
    )
    return [claim for claim in found if not claim.text.endswith("?") and _CHECKABLE.search(claim.text)]


def drawn(count: int) -> list[Claim]:
    """So many claims, as many in each language, one a page, in the order of the draw.

    A page that names no source, such as the privacy statement, says what this site itself does.
    """
    pages_with_sources = [page for page in SITE.pages.values() if page.sources]
    order = sorted(pages_with_sources, key=lambda page: _hash(page.source))
    picked = []
    for locale in SITE.languages:
        pages = [found for page in order if page.locale == locale and page.part == 1 and (found := claims(page))]
        picked += [min(found, key=lambda claim: claim.draw) for found in pages[: count // len(list(SITE.languages))]]
    return picked


def _of_text(page: Page[Subject]) -> Iterator[Claim]:
    for number, line in enumerate(page.body.splitlines(), start=1):
        if not line.startswith(("#", "|")):
            plain = _MARKUP.sub(lambda match: match.group(1) or "", line)
            for text in sentences(plain.strip()):
                yield Claim(page, page.line(number), text.strip(), page.about.sources)


def _of_entry(
    page: Page[Subject], value: object, at: tuple[str | int, ...], sources: tuple[str, ...]
) -> Iterator[Claim]:
    match value:
        case PerLanguage() if isinstance(said := value[page.locale], str):
            for text in sentences(said):
                yield Claim(page, page.file.line(*at, page.locale), text, sources)
        case BaseModel():
            own = getattr(value, "source", None)
            near = (own,) if own else sources
            for name, field in type(value).model_fields.items():
                if name not in _NO_CLAIM or (own and name == "text"):
                    yield from _of_entry(page, getattr(value, name), (*at, field.alias or name), near)
        case tuple():
            for i, one in enumerate(value):
                yield from _of_entry(page, one, (*at, i), sources)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=COUNT, help=f"how many claims (default: {COUNT})")
    for number, claim in enumerate(drawn(arguments.parse_args().count), start=1):
        print(f"{number}. {claim}")

"""Everything the site has a name for, by its first letter: how one finds a thing without a script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.model.page import Page
from portal.schema.campus import Campus
from portal.schema.page import CampusPage
from portal.schema.term import Term

A_PAGE = 150
"""How many names a page of a letter has: what it weighs must not depend on how many there are."""
DIGITS = "0-9"
"""The letter of what begins with a digit, or with no letter at all."""
UNLISTED = ("home", "not-found", "search")


@dataclass(frozen=True)
class Name:
    """What something is called, and where it is."""

    text: str
    page: Page[Any]
    anchor: str = ""
    """The place on its page: `#bsn`."""
    of: str = ""
    """The name under which it stands there, when this is another one."""

    @property
    def letter(self) -> str:
        """The letter it stands under."""
        first = plain(self.text)[:1].upper()
        return first if first.isascii() and first.isalpha() else DIGITS


@dataclass(frozen=True)
class Letter:
    """The names of a letter that stand on one page."""

    letter: str
    number: int
    """Which page it is of those of the letter."""
    names: Sequence[Name]

    @property
    def slug(self) -> str:
        """The last part of the address of its page."""
        return self.letter.lower() + (f"-{self.number}" if self.number > 1 else "")


def plain(text: str) -> str:
    """A text as it is compared: without accents, capitals, and what stands before its first letter or digit."""
    folded = unicodedata.normalize("NFD", text).casefold()
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return bare.lstrip("".join({character for character in bare if not character.isalnum()}))


def names(pages: Iterable[Page[Any]], campuses: Mapping[str, Campus], terms: Iterable[Term]) -> Iterator[Name]:
    """What pages and terms are called, other names included."""
    for page in pages:
        if page.kind in UNLISTED or page.part > 1 or page.choice:
            continue
        yield Name(page.title, page)
        # Its own file may have a problem, and be told of by the check that also asks for these pages.
        campus = campuses.get(page.slug) if isinstance(page.about, CampusPage) else None
        for alias in (*(campus.aliases if campus else ()), *page.about.other_names(page.locale)):
            yield Name(alias, page, of=page.title)
        for term in terms if page.kind == "glossary" else ():
            name = term.name[page.locale]
            yield Name(name, page, f"#{term.slug}")
            for other in filter(None, (str(term.full[page.locale]) if term.full else "", *_forms(term, page.locale))):
                yield Name(other, page, f"#{term.slug}", name)


def _forms(term: Term, locale: str) -> tuple[str, ...]:
    return term.forms[locale] if term.forms and locale in term.forms else ()


def by_letter(found: Iterable[Name]) -> list[Letter]:
    """Names on pages of bounded length, in the order of the alphabet, each name once."""
    once = {(plain(name.text), name.page.key, name.anchor): name for name in found}
    letters: dict[str, list[Name]] = {}
    for _, name in sorted(once.items(), key=lambda item: item[0]):
        letters.setdefault(name.letter, []).append(name)
    return [
        Letter(letter, start // A_PAGE + 1, letters[letter][start : start + A_PAGE])
        for letter in sorted(letters)
        for start in range(0, len(letters[letter]), A_PAGE)
    ]

"""Terms in running text: where the first use of each stands on a page, so that it can be explained in place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from portal.schema import Term


@dataclass(frozen=True)
class Piece:
    """A piece of a text: words, or a term where it is used first."""

    text: str
    term: Term | None = None


def pieces(text: str, terms: Mapping[str, Term], locale: str, explained: set[str]) -> list[Piece]:
    """Take a text apart at the first use of each term that the page has not explained yet; note them in `explained`.

    The longest form wins (`kennismigrant` before `migrant`), and only whole words count. A term written in capitals
    (`BSN`, `IND`) must stand in capitals.
    """
    forms = {form: slug for slug, term in terms.items() for form in _forms(term, locale)}
    if not forms:
        return [Piece(text)]
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    result: list[Piece] = []
    last = 0
    for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", text, re.IGNORECASE):
        slug = _slug(match[0], forms)
        if slug is None or slug in explained:
            continue
        explained.add(slug)
        if match.start() > last:
            result.append(Piece(text[last : match.start()]))
        result.append(Piece(match[0], terms[slug]))
        last = match.end()
    if last < len(text):
        result.append(Piece(text[last:]))
    return result


def _forms(term: Term, locale: str) -> list[str]:
    full = [term.full[locale]] if term.full else []
    return [term.name[locale], *full, *term.forms[locale]]


def _slug(found: str, forms: Mapping[str, str]) -> str | None:
    if found in forms:
        return forms[found]
    return next((slug for form, slug in forms.items() if form.lower() == found.lower() and not form.isupper()), None)

"""Terms in running text: where the first use of each stands on a page, so that it can be explained in place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from portal.schema.term import Term

_UNEXPLAINED = {"a", "button", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "th"}
"""Elements in which no term is explained: a button within them would be out of place, or nobody reads a text there."""


@dataclass(frozen=True)
class Piece:
    """A piece of a text: words, or a term where it is used first; or `html`, which was rendered before."""

    text: str = ""
    term: Term | None = None
    html: str = ""


class Glossary:
    """The terms of a language, ready to be found; made once, however many texts are looked through."""

    def __init__(self, terms: Mapping[str, Term], locale: str) -> None:
        self.locale = locale
        self._terms = terms
        self._forms = {form: slug for slug, term in terms.items() for form in forms(term, locale)}
        words = "|".join(map(re.escape, sorted(self._forms, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<![\w@-])(?<!\w\.)(?:{words})(?![\w@-]|\.\w)", re.IGNORECASE)

    def pieces(self, text: str, explained: set[str]) -> list[Piece]:
        """Take a text apart at the first use of each term that the page has not explained; note them in `explained`.

        The longest form wins (`kennismigrant` before `migrant`), and only whole words count. A form with a capital in
        it (`BSN`, `DigiD`) must stand as it is written, so that `digid.nl` is an address. A form without one may begin
        a sentence, but within a proper name (`Campus North`, `the Water cluster`) it means that one thing.
        """
        result: list[Piece] = []
        last = 0
        for match in self._pattern.finditer(text) if self._forms else ():
            slug = _slug(match, self._forms)
            if slug is None or slug in explained:
                continue
            explained.add(slug)
            if match.start() > last:
                result.append(Piece(text[last : match.start()]))
            result.append(Piece(match[0], self._terms[slug]))
            last = match.end()
        if last < len(text):
            result.append(Piece(text[last:]))
        return result

    def pieces_of_html(self, html: str, explained: set[str]) -> list[Piece]:
        """Take rendered Markdown apart likewise. Tags stay; nothing within a heading or a link is a term."""
        reader = _Reader(self, explained)
        reader.feed(html)
        reader.close()
        return reader.pieces


class _Reader(HTMLParser):
    """Reads well-formed HTML, as our Markdown writes it, and gives back every character of it."""

    def __init__(self, glossary: Glossary, explained: set[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self._glossary = glossary
        self._locale = glossary.locale
        self._explained = explained
        self._within: list[str] = []
        """The element that nothing is explained in, and those of the same name within it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")
        given = dict(attrs)
        closed = tag in self._within or (
            tag in _UNEXPLAINED
            or given.get("lang", self._locale) != self._locale
            or "admonition-title" in (given.get("class") or "").split()
        )
        if closed and (not self._within or tag == self._within[0]):
            self._within.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._keep(f"</{tag}>")
        if tag in self._within:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._within:
            self._keep(data)
        else:
            self.pieces += self._glossary.pieces(data, self._explained)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, html: str) -> None:
        self.pieces.append(Piece(html=html))


def forms(term: Term, locale: str) -> list[str]:
    """Every form in which a term may stand in a text of a language; none where it has no name in it."""
    if locale not in term.name:
        return []
    full = [term.full[locale]] if term.full and locale in term.full else []
    return [term.name[locale], *full, *(term.forms[locale] if term.forms and locale in term.forms else ())]


def _slug(match: re.Match[str], forms: Mapping[str, str]) -> str | None:
    if match[0] in forms and match[0] != match[0].lower():
        return forms[match[0]]
    return None if _in_a_name(match) else forms.get(match[0].lower())


def _in_a_name(match: re.Match[str]) -> bool:
    """Whether a common noun stands within a proper name: beside a capital that no sentence begins with."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if re.match(r"\s+[A-Z]", after):
        return True
    if match[0][0].isupper():
        return not _begins(before)
    word = re.search(r"(?<!\S)[A-Z][\w-]*\s+$", before)
    return word is not None and not _begins(before[: word.start()])


def _begins(before: str) -> bool:
    """Whether a sentence begins after a text."""
    return re.search(r"(?:^|[.!?:][\"')\u2019\u201d]*\s+)[\"'(\u2018\u201c]*$", before) is not None

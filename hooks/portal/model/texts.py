"""Every text of the content with the language it stands under and its place.

Whoever asks for `site.texts` need not know fields, collections or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.content.reading import Content
from portal.schema.entry import Entry
from portal.schema.marks import Location, Prose, walk
from portal.words.problem import Place, Problem

_FENCE = re.compile(r"(?ms)^ {0,3}(`{3,}+|~{3,}+)[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)")
_COMMENT = re.compile(r"(?s)<!--.*?-->")
_TICKS = re.compile(r"(?<!\\)`+")
_BLANK_LINES = re.compile(r"(\n[ \t]*\n)")


@dataclass(frozen=True)
class Written:
    """A text as an editor wrote it: a field, or the Markdown below the fields of a page."""

    text: str
    locale: str | None
    """The language it stands under; None for a name that is the same in all of them."""
    file: Place
    at: Location = ()
    """The field; empty for the Markdown of a page."""
    body_line: int = 1
    """The line of the file on which Markdown begins."""

    @property
    def is_body(self) -> bool:
        """Whether it is the Markdown of a page."""
        return not self.at

    @property
    def is_string(self) -> bool:
        """Whether it is a short text of the templates."""
        return self.file.path.parent.name == "strings"

    @cached_property
    def prose(self) -> str:
        """The text with code and comments blanked: as long as the text, so that what stands in it keeps its place."""
        if not self.is_body:
            return self.text
        text = _COMMENT.sub(_blank, _FENCE.sub(_blank, self.text))
        return "".join(map(_without_code, _BLANK_LINES.split(text)))

    def line(self, offset: int = 0) -> int:
        """The line of the file on which a piece of the text stands."""
        return self.body_line + self.text.count("\n", 0, offset) if self.is_body else self.file.line(*self.at)

    def problem(self, key: str, offset: int = 0, **words: object) -> Problem:
        """A problem with the text, at a piece of it."""
        if self.is_body:
            return self.file.on(self.line(offset), key, **words)
        words.setdefault("field", ".".join(part for part in self.at if isinstance(part, str)))
        return self.file.problem(key, *self.at, **words)


def texts(content: Content) -> Iterator[Written]:
    """Every text of the content: pages first, then entries, then the strings of the templates."""
    for page in content.pages:
        for at, _, value in walk(page.front, Prose):
            yield Written(value, page.locale, page.file, at)
        if page.body.strip():
            yield Written(page.body, page.locale, page.file, body_line=page.body_line)
    for entries in content.entries.values():
        for entry in entries.values():
            yield from _of_entry(content, entry)
    for locale, strings in content.strings.items():
        for key, value in strings.items():
            yield Written(value, locale, content.string_files[locale], (key,))


def _of_entry(content: Content, entry: Entry) -> Iterator[Written]:
    for at, _, value in walk(entry, Prose):
        locale = next((str(part) for part in at if part in content.languages), None)
        if locale != at[-1] or at in entry.file.lines:
            yield Written(value, locale or getattr(entry, "lang", None), entry.file, at)
        elif locale == content.languages.default:  # `name: CITC`: the same in every language, so looked at once
            yield Written(value, None, entry.file, at[:-1])


def _without_code(paragraph: str) -> str:
    """A paragraph with its code spans blanked: from a run of backticks to the next one as long."""
    if "`" not in paragraph:
        return paragraph
    runs = [match.span() for match in _TICKS.finditer(paragraph)]
    closing: dict[int, int] = {}
    following: dict[int, int] = {}
    for i in range(len(runs) - 1, -1, -1):
        length = runs[i][1] - runs[i][0]
        if length in following:
            closing[i] = following[length]
        following[length] = i
    pieces, done, i = [], 0, 0
    while i < len(runs):
        if (last := closing.get(i)) is not None:
            pieces += [paragraph[done : runs[i][0]], re.sub(r"[^\n]", " ", paragraph[runs[i][0] : runs[last][1]])]
            done, i = runs[last][1], last
        i += 1
    return "".join([*pieces, paragraph[done:]])


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])

"""A problem in the content, in words an editor can act on: an error, which stops a build, or advice."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import total_ordering
from pathlib import PurePosixPath
from typing import Literal

from portal.words.wording import Phrase, phrase, wording

Severity = Literal["error", "advice"]


@total_ordering
@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where, and what to do about it.

    `path` is relative to the root of the project and `line` counts from 1, so that an editor can click on it.
    """

    path: PurePosixPath
    line: int
    phrase: Phrase
    field: str = ""
    """The field it stands in, such as `facts.0.source`; empty for a line of text."""

    @property
    def key(self) -> str:
        """What kind of problem it is: its entry in wording.yml."""
        return self.phrase.key

    @property
    def severity(self) -> Severity:
        """Whether it stops a build."""
        return "advice" if self.group else "error"

    @property
    def group(self) -> str:
        """The group of advice it belongs to; empty for an error."""
        return wording()[self.key].advice

    @property
    def strict(self) -> bool:
        """Whether a nightly job refuses it, though an editor may go on."""
        return bool(self.group) and wording()[f"advice.{self.group}"].strict

    @property
    def message(self) -> str:
        """What is wrong and what to do, in the editor's language."""
        return str(self.phrase)

    def __lt__(self, other: Problem) -> bool:
        return (self.path, self.line, self.message) < (other.path, other.line, other.message)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Place:
    """A file and the lines at which its fields stand."""

    path: PurePosixPath
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict, compare=False)

    def line(self, *location: str | int) -> int:
        """The line of the field at `location`, or of the nearest thing around it that is there."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, key: str, *location: str | int, **words: object) -> Problem:
        """A problem with the field at `location`, worded by `key` of wording.yml."""
        names = [str(part) for part in location if isinstance(part, str)]
        words.setdefault("field", ".".join(names))
        return Problem(self.path, self.line(*location), phrase(key, **_lined(words)), ".".join(map(str, location)))

    def on(self, line: int, key: str, **words: object) -> Problem:
        """A problem on a line of the text."""
        return Problem(self.path, line, phrase(key, **_lined(words)))


def _lined(words: Mapping[str, object]) -> dict[str, object]:
    """Words that are quoted from a text, each on one line: a problem is one."""
    return {name: " ".join(word.split("\n")) if isinstance(word, str) else word for name, word in words.items()}


class ContentError(Exception):
    """The content has problems; nothing was built."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def near(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that was probably meant."""
    return next(iter(difflib.get_close_matches(str(word), sorted(allowed), n=1, cutoff=0.6)), None)


def nearest(word: str, allowed: Iterable[str]) -> Phrase | str:
    """`Did you mean 'x'?` when one of the allowed words is near, else nothing: the list would be too long."""
    meant = near(word, allowed)
    return phrase("guess", near=meant) if meant else ""


def guess(word: str, allowed: Iterable[str]) -> Phrase | str:
    """`Did you mean 'x'?` when one of the allowed words is near; else the words, when they are few; else nothing."""
    allowed = sorted(allowed)
    if meant := nearest(word, allowed):
        return meant
    if 0 < len(allowed) <= 20:
        return phrase("allowed", allowed=", ".join(allowed))
    return ""

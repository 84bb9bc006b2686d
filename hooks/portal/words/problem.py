"""A problem in the content, in words an editor can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from portal.words.wording import say


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where, and what to do about it.

    `path` is relative to the root of the project and `line` counts from 1, so that an editor can click on it.
    """

    path: PurePosixPath
    line: int
    message: str

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
        return Problem(self.path, self.line(*location), say(key, **words))


class ContentError(Exception):
    """The content has problems; nothing was built."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def near(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that was probably meant."""
    return next(iter(difflib.get_close_matches(str(word), sorted(allowed), n=1, cutoff=0.6)), None)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """`Did you mean 'x'?` when one of the allowed words is near, else nothing: the list would be too long."""
    meant = near(word, allowed)
    return say("guess", near=meant) if meant else ""


def guess(word: str, allowed: Iterable[str]) -> str:
    """`Did you mean 'x'?` when one of the allowed words is near; else the words, when they are few; else nothing."""
    allowed = sorted(allowed)
    if meant := nearest(word, allowed):
        return meant
    if 0 < len(allowed) <= 20:
        return say("allowed", allowed=", ".join(allowed))
    return ""

"""The table of mistakes (mistakes.yml) and what `portal check` says of each on the small site."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest
import yaml
from PIL import Image

from portal.checks import examine
from portal.content import reading
from portal.content.yaml_source import read_yaml
from portal.words.problem import Problem
from tests.build.test_action_plan import A_PLAN
from tests.conftest import ROOT, SMALL, page

STORY = "content/en/stories/a-story.md"
"""The file that a mistake is made in unless it says another."""

PICTURE = """\
file: bridge.png
alt: {nl: Een brug over de rivier bij avond, en: A bridge over the river in the evening}
credit: A photographer
"""
EVENT = """\
title: {nl: Een dag vol techniek, en: A day of technology}
starts: 2027-03-10
ends: 2027-03-11
place: Nijmegen
organiser: hospital
sources: [a-source]
summary:
  nl: Een dag over techniek die alleen in deze test bestaat.
  en: A day of technology that exists in this test alone.
"""
FIGURE = """\
amount: 3
unit: {nl: mensen, en: people}
counted: {nl: Iedereen in de zorg., en: Everybody in care.}
subject: care
source: a-source
"""
PROGRAMME = """\
name: {nl: Samen, en: Together}
summary:
  nl: Twee organisaties die samen iets doen, in deze test alleen.
  en: Two organisations that do something together, in this test alone.
partners: [hospital]
sources: [a-source]
"""


@dataclass(frozen=True)
class Said:
    """One line that `portal check` prints about a mistake, in each language of an editor."""

    place: str
    """`content/en/stories/a-story.md:17`"""
    en: str
    nl: str


@dataclass(frozen=True)
class Mistake:
    """A change to the small site, and everything that is said of it."""

    name: str
    group: str
    says: tuple[Said, ...]
    file: str = STORY
    add: str = ""
    """Markdown below the text of the page."""
    swap: dict[str, str] = field(default_factory=dict)
    """What stands in the file, and what is written in its place."""
    write: str | None = None
    """The whole file."""
    gone: bool = False
    """The file is deleted."""

    @property
    def text(self) -> str | None:
        """What stands in the file after the mistake; None when it is gone."""
        if self.gone:
            return None
        if self.write is not None:
            return self.write
        text = base()[self.file]
        assert isinstance(text, str)
        for old, new in self.swap.items():
            assert old in text, f"{self.name}: '{old}' does not stand in {self.file}"
            text = text.replace(old, new)
        return f"{text}\n{self.add}" if self.add else text


@functools.cache
def base() -> dict[str, str | bytes]:
    """The files of the small site in which every mistake is made."""
    picture = io.BytesIO()
    Image.new("L", (1600, 900)).save(picture, "PNG")
    strings = {f"content/data/strings/{locale}.yml" for locale in ("nl", "en")}
    return {
        **SMALL,
        **{path: (ROOT / path).read_text(encoding="utf-8") for path in (*strings, "mkdocs.yml")},
        "content/assets/pictures/bridge.png": picture.getvalue(),
        "content/data/pictures/bridge.yml": PICTURE,
        "content/data/events/a-day.yml": EVENT,
        "content/data/figures/people.yml": FIGURE,
        "content/data/programmes/together.yml": PROGRAMME,
        **{path: text for path, text in A_PLAN.items() if isinstance(text, str)},
        "content/nl/action-plan.md": page("Plan", "plan: a-plan", locale="nl"),
    }


def mistakes() -> list[Mistake]:
    """The table."""
    text = Path(__file__).with_name("mistakes.yml").read_text(encoding="utf-8")
    return [
        Mistake(**{**row, "group": group, "says": tuple(Said(**said) for said in row.get("says", ()))})
        for group, rows in yaml.safe_load(text).items()
        for row in rows
    ]


class SmallSite:
    """The small site in a folder, made once; a mistake is made in it, looked at, and undone."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in base().items():
            self._put(path, text)

    def problems(self, mistake: Mistake) -> list[Problem]:
        """What is found with a mistake made."""
        with _read_once():
            try:
                self._put(mistake.file, mistake.text)
                return examine(self.root)[1]
            finally:
                self._put(mistake.file, base().get(mistake.file))

    def _put(self, path: str, text: str | bytes | None) -> None:
        target = self.root / path
        if text is None:
            target.unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


_read_yaml = functools.lru_cache(maxsize=None)(read_yaml)


@contextmanager
def _read_once() -> Iterator[None]:
    """A YAML file that is as it was is not parsed again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_yaml", _read_yaml)
        yield


def said(problems: list[Problem]) -> tuple[Said, ...]:
    """Problems as the table has them: errors, and advice when there are none, as `portal check` prints them."""
    problems = [problem for problem in problems if problem.severity == "error"] or problems
    return tuple(
        Said(f"{PurePosixPath(problem.path)}:{problem.line}", problem.phrase.text("en"), problem.phrase.text("nl"))
        for problem in problems
    )

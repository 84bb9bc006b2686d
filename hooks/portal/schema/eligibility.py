"""Eligibility checks: a few questions, and rules in order that give a soft answer with its facts; never a decision."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StrictInt
from pydantic_core import PydanticCustomError

from portal.schema.entry import PagedEntry, Statement
from portal.schema.fields import Distinct, Localized, Record, Slug, SourceSlug, hint
from portal.schema.marks import Ref, Within

QuestionKind = Literal["yes-no", "choice", "number", "date"]
Op = Literal["is", "is-not", "at-least", "more-than", "at-most", "less-than", "on-or-after", "before"]
Chance = Literal["good", "possible", "unlikely", "unknown"]


def _plain(value: object) -> object:
    if isinstance(value, list | dict):
        raise PydanticCustomError("string_type", "not a single value")
    return value


Value = Annotated[bool | int | float | date | str, BeforeValidator(_plain)]
"""What an answer is compared with. Whether it fits its question is checked with the questions at hand."""


class Option(Record):
    """One of the answers to a question with a choice."""

    slug: Annotated[Slug, Within("options")]
    text: Localized


class Question(Record):
    """What the reader is asked."""

    slug: Annotated[Slug, Within("questions")]
    text: Localized
    kind: QuestionKind
    unit: Localized | None = None
    """What a number counts: kilometres, months, euros a year."""
    least: StrictInt = Field(default=0, ge=0)
    most: StrictInt = Field(default=1_000_000, ge=0)
    """What a number may be: a year's salary among months is a slip of the reader's, not an answer."""
    help: Localized | None = None
    options: tuple[Option, ...] = ()


class Fact(Statement):
    """A statement that rules rest on."""

    slug: Annotated[Slug, Within("facts")]
    about: Localized
    """What it is about: rules refer to it by these words."""
    amount: int | None = None
    """The amount it states, for rules that compare with it. It stands in the text too."""


class Condition(Record):
    """What an answer must be: compared with a value, or with the amount of a series of facts."""

    question: Annotated[Slug, Within("questions")]
    op: Op
    value: Value | None = None
    amount: Annotated[Slug, Within("series")] | None = None
    """A series of facts: the amount that holds on the reader's own day. One that has run out is never used."""


class Rule(Record):
    """An answer, and when it is given. The first rule whose conditions all hold is the one that counts."""

    when: tuple[Condition, ...] = ()
    chance: Chance
    answer: Localized
    facts: Annotated[tuple[Annotated[Slug, Within("facts")], ...], Distinct] = ()


class Eligibility(PagedEntry):
    """What a file in content/data/eligibility says."""

    collection: ClassVar[str] = "eligibility"
    page_kind: ClassVar[str] = "eligibility"
    folder: ClassVar[str] = "guide"

    title: Localized = hint("Add the title, as a question.", "Voeg de titel toe, als vraag.")
    intro: Localized
    step: Annotated[Slug, Ref("steps")] | None = None
    """The step of the guide that leads to it."""
    decided_by: SourceSlug = hint(
        "Add who decides: the official source, a file name in content/data/sources.",
        "Voeg toe wie beslist: de officiële bron, een bestandsnaam in content/data/sources.",
    )
    day: Annotated[Slug, Within("questions")] | None = None
    """The question for the reader's own day, which says which amounts hold; else those of the day of the build."""
    questions: tuple[Question, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    rules: tuple[Rule, ...] = Field(min_length=1)

    @property
    def headline(self) -> Localized:
        """The question that it answers."""
        return self.title

    @classmethod
    def key_of(cls, slug: str) -> str:
        """The key of its page. A step may have the same file name, and its pages stand in the same folder."""
        return f"{cls.folder}/{slug}-check"

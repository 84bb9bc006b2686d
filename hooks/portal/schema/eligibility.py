"""Eligibility checks: a few questions, and rules in order that give a soft answer with its facts; never a decision."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StrictInt
from pydantic_core import PydanticCustomError

from portal.schema.entry import PagedEntry, Statement
from portal.schema.fields import Distinct, Localized, Record, Slug, SourceSlug
from portal.schema.json_forms import Form
from portal.schema.marks import Ref, Within
from portal.schema.meaning import Meaning, meaning, means

QuestionKind = Literal["yes-no", "choice", "number", "date"]
Op = Literal["is", "is-not", "at-least", "more-than", "at-most", "less-than", "on-or-after", "before"]
Chance = Literal["good", "possible", "unlikely", "unknown"]


def _plain(value: object) -> object:
    if isinstance(value, list | dict):
        raise PydanticCustomError("string_type", "not a single value")
    return value


Value = Annotated[
    bool | int | float | date | str,
    BeforeValidator(_plain),
    Form({"type": ["boolean", "number", "string"], "examples": ["yes", 30, "2027-01-01"]}),
]
"""What an answer is compared with. Whether it fits its question is checked with the questions at hand."""


class Option(Record):
    """One of the answers to a question with a choice."""

    slug: Annotated[Slug, Within("options")] = means(
        en=("Slug", "the name by which rules refer to the answer"),
        nl=("Slug", "de naam waarmee regels naar het antwoord verwijzen"),
    )
    text: Localized = means(
        en=("Text", "the answer"),
        nl=("Tekst", "het antwoord"),
    )


class Question(Record):
    """What the reader is asked."""

    slug: Annotated[Slug, Within("questions")] = means(
        en=("Slug", "the name by which rules refer to the question"),
        nl=("Slug", "de naam waarmee regels naar de vraag verwijzen"),
    )
    text: Localized = means(
        en=("Question", "what the reader is asked"),
        nl=("Vraag", "wat de lezer wordt gevraagd"),
    )
    kind: QuestionKind = means(
        en=("Kind", "what kind of answer it wants"),
        nl=("Soort", "wat voor antwoord erbij hoort"),
    )
    unit: Localized | None = means(
        default=None,
        en=("Unit", "what a number counts: kilometres, months, euros a year"),
        nl=("Eenheid", "wat een getal telt: kilometers, maanden, euro's per jaar"),
    )
    least: Annotated[StrictInt, Field(ge=0)] = means(
        default=0,
        en=("Least", "the lowest number that can be meant"),
        nl=("Minstens", "het laagste getal dat bedoeld kan zijn"),
    )
    most: Annotated[StrictInt, Field(ge=0)] = means(
        default=1_000_000,
        en=("Most", "the highest number that can be meant: a year's salary among months is a slip, not an answer"),
        nl=("Hoogstens", "het hoogste getal dat bedoeld kan zijn: een jaarloon bij maanden is een vergissing"),
    )
    help: Localized | None = means(
        default=None,
        en=("Help", "a word of help below the question"),
        nl=("Hulp", "een toelichting onder de vraag"),
    )
    options: tuple[Option, ...] = means(
        default=(),
        en=("Options", "the answers to choose from, when it is a choice"),
        nl=("Opties", "de antwoorden om uit te kiezen, bij een keuze"),
    )


class Fact(Statement):
    """A statement that rules rest on."""

    slug: Annotated[Slug, Within("facts")] = means(
        en=("Slug", "the name by which rules refer to the fact"),
        nl=("Slug", "de naam waarmee regels naar het feit verwijzen"),
    )
    about: Localized = means(
        en=("About", "what it is about: rules refer to it by these words"),
        nl=("Onderwerp", "waar het over gaat: met deze woorden verwijzen regels ernaar"),
    )
    amount: StrictInt | None = means(
        default=None,
        en=("Amount", "the amount that its text states, for rules that compare with it. It needs a 'series'"),
        nl=("Bedrag", "het bedrag dat in de tekst staat, voor regels die ermee vergelijken. Er hoort 'series' bij"),
    )


class Condition(Record):
    """What an answer must be: compared with a value, or with the amount of a series of facts."""

    question: Annotated[Slug, Within("questions")] = means(
        en=("Question", "the question whose answer it looks at"),
        nl=("Vraag", "de vraag waarvan het antwoord telt"),
    )
    op: Op = means(
        en=("Comparison", "how the answer is compared"),
        nl=("Vergelijking", "hoe het antwoord wordt vergeleken"),
    )
    value: Value | None = means(
        default=None,
        en=("Value", "what it is compared with; this or 'amount'"),
        nl=("Waarde", "waar het mee wordt vergeleken; dit of 'amount'"),
    )
    amount: Annotated[Slug, Within("series")] | None = means(
        default=None,
        en=(
            "Amount",
            "a series of facts: the amount that holds on the reader's own day. One that ran out never counts",
        ),
        nl=("Bedrag", "een reeks feiten: het bedrag dat geldt op de dag van de lezer. Een verlopen bedrag telt nooit"),
    )


class Rule(Record):
    """An answer, and when it is given. The first rule whose conditions all hold is the one that counts."""

    when: tuple[Condition, ...] = means(
        default=(),
        en=("When", "the conditions that must all hold. The last rule has none: it is for everyone else"),
        nl=(
            "Wanneer",
            "de voorwaarden die allemaal moeten gelden. De laatste regel heeft er geen: die is voor de rest",
        ),
    )
    chance: Chance = means(
        en=("Chance", "how the chances look"),
        nl=("Kans", "hoe de kansen liggen"),
    )
    answer: Localized = means(
        en=("Answer", "the answer, soft, with who decides"),
        nl=("Antwoord", "het antwoord, voorzichtig, met wie er beslist"),
    )
    facts: Annotated[tuple[Annotated[Slug, Within("facts")], ...], Distinct] = means(
        default=(),
        en=("Facts", "the facts it rests on. Those of its amounts come by themselves"),
        nl=("Feiten", "de feiten waar het op steunt. Die van de bedragen komen vanzelf"),
    )


class Eligibility(PagedEntry):
    """What a file in content/data/eligibility says."""

    collection: ClassVar[str] = "eligibility"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Checks", "the rules behind each check of what could be for you"),
        nl=("Checks", "de regels achter elke check of iets bij je past"),
    )
    page_kind: ClassVar[str] = "eligibility"
    folder: ClassVar[str] = "guide"

    title: Localized = means(
        en=("Title", "the title, as a question"),
        nl=("Titel", "de titel, als vraag"),
    )
    intro: Localized = means(
        en=("Introduction", "what the check looks at, below the title"),
        nl=("Inleiding", "waar de check naar kijkt, onder de titel"),
    )
    step: Annotated[Slug, Ref("steps")] | None = means(
        default=None,
        en=("Step", "the step of the guide that leads to it"),
        nl=("Stap", "de stap van de gids die ernaartoe leidt"),
    )
    decided_by: SourceSlug = means(
        en=("Decided by", "who decides: the official source"),
        nl=("Beslist door", "wie beslist: de officiële bron"),
    )
    day: Annotated[Slug, Within("questions")] | None = means(
        default=None,
        en=("Day", "the question for the reader's own day, which says which amounts hold; else those of today"),
        nl=("Dag", "de vraag naar de dag van de lezer, die zegt welke bedragen gelden; anders die van vandaag"),
    )
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = means(
        en=("Questions", "what the reader is asked"),
        nl=("Vragen", "wat de lezer wordt gevraagd"),
    )
    facts: tuple[Fact, ...] = means(
        default=(),
        en=("Facts", "the facts that rules rest on"),
        nl=("Feiten", "de feiten waar regels op steunen"),
    )
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)] = means(
        en=("Rules", "the answers in order: the first one that fits counts"),
        nl=("Regels", "de antwoorden op volgorde: het eerste dat past telt"),
    )

    @property
    def headline(self) -> Localized:
        """The question that it answers."""
        return self.title

    @classmethod
    def key_of(cls, slug: str) -> str:
        """The key of its page. A step may have the same file name, and its pages stand in the same folder."""
        return f"{cls.folder}/{slug}-check"

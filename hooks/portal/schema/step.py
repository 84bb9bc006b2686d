"""Steps of the relocation guide: what a newcomer must or may do, by when, and with which papers."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.drawings import Drawing
from portal.schema.entry import Entry, PagedEntry, Statement
from portal.schema.fields import Localized, PhoneNumber, Record, Slug, Slugs, hint

Origin = Literal["eu", "non-eu"]
Role = Literal["employee", "researcher", "student", "partner", "founder", "employer"]
Company = Literal["partner", "children", "driver"]
"""Who or what comes along: a partner, children, a driving licence."""


class Phase(Entry):
    """What a file in content/data/phases says: a stretch of the move."""

    collection: ClassVar[str] = "phases"

    order: StrictInt = Field(ge=0)
    name: Localized
    summary: Localized
    drawing: Drawing


class Who(Record):
    """For whom a step is. What is left out does not matter; everything that is given must match."""

    origin: tuple[Origin, ...] = ()
    role: tuple[Role, ...] = ()
    with_: tuple[Company, ...] = Field(default=(), alias="with")


class Deadline(Record):
    """A day counted from arrival, departure or another step: so many days or calendar months after it, or before."""

    days: StrictInt | None = Field(default=None, ge=0)
    months: StrictInt | None = Field(default=None, ge=0)
    from_: Slug = Field(alias="from")
    before: StrictBool = False
    text: Localized

    @model_validator(mode="after")
    def _one_span(self) -> Self:
        if (self.days is None) == (self.months is None):
            raise PydanticCustomError("one-span", "days or months")
        return self


class Phone(Record):
    """A number to call, and whom one gets."""

    number: PhoneNumber
    whom: Localized


class Step(PagedEntry):
    """What a file in content/data/steps says."""

    collection: ClassVar[str] = "steps"
    page_kind: ClassVar[str] = "step"
    folder: ClassVar[str] = "guide"

    phase: Slug = hint("Add a phase of content/data/phases.", "Voeg een fase uit content/data/phases toe.")
    order: StrictInt = Field(ge=0)
    title: Localized = hint("Add what to do, in a few words.", "Voeg in een paar woorden toe wat je doet.")
    obligation: Literal["mandatory", "optional", "depends"]
    who: Who = Who()
    why: Localized
    how: tuple[Localized, ...] = ()
    papers: tuple[Localized, ...] = ()
    deadline: Deadline | None = None
    if_not: Localized | None = None
    facts: tuple[Statement, ...] = ()
    cost: Localized | None = None
    official: Slug = hint("Add the official source.", "Voeg de officiële bron toe.")
    with_: Slugs = Field(default=(), alias="with")
    place: Localized | None = None
    contact: Localized | None = None
    phones: tuple[Phone, ...] = ()
    needs: Slugs = ()

    @property
    def headline(self) -> Localized:
        """What to do."""
        return self.title

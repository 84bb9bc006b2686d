"""Steps of the relocation guide: what a newcomer must or may do, by when, and with which papers."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.drawings import Drawing
from portal.schema.entry import Entry, PagedEntry, Statement
from portal.schema.fields import Distinct, Localized, PhoneNumber, Record, Slug, SourceSlug, hint
from portal.schema.marks import Ref

Origin = Literal["eu", "non-eu"]
Role = Literal["employee", "researcher", "student", "partner", "founder", "employer"]
Company = Literal["partner", "children", "driver"]
"""Who or what comes along: a partner, children, a driving licence."""


MOMENTS = ("arrival", "departure")
"""What a deadline may count from, besides other steps."""


class Phase(Entry):
    """What a file in content/data/phases says: a stretch of the move."""

    collection: ClassVar[str] = "phases"

    order: StrictInt = Field(ge=0)
    name: Localized
    summary: Localized
    drawing: Drawing
    counts: StrictBool = True
    """A deadline may count from one of its steps: by then the newcomer is here, and not yet about to leave."""

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in a move."""
        return self.order, self.slug


class Who(Record):
    """For whom a step is. What is left out does not matter; everything that is given must match."""

    origin: tuple[Origin, ...] = ()
    role: tuple[Role, ...] = ()
    with_: tuple[Company, ...] = Field(default=(), alias="with")


class Deadline(Record):
    """A day counted from arrival, departure or another step: so many days or calendar months after it, or before."""

    days: StrictInt | None = Field(default=None, ge=0)
    months: StrictInt | None = Field(default=None, ge=0)
    from_: Annotated[Slug, Ref("steps", also=MOMENTS)] = Field(alias="from")
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

    phase: Annotated[Slug, Ref("phases")] = hint(
        "Add a phase of content/data/phases.", "Voeg een fase uit content/data/phases toe."
    )
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
    official: SourceSlug = hint("Add the official source.", "Voeg de officiële bron toe.")
    with_: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = Field(default=(), alias="with")
    place: Localized | None = None
    contact: Localized | None = None
    phones: tuple[Phone, ...] = ()
    needs: Annotated[tuple[Annotated[Slug, Ref("steps")], ...], Distinct] = ()

    @property
    def headline(self) -> Localized:
        """What to do."""
        return self.title

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in a move: by phase, then in its order. A step whose phase is not there comes last."""
        phase = entries[Phase.collection].get(self.phase)
        return (*(phase.sort_key(entries) if phase else (sys.maxsize, "")), self.order, self.slug)

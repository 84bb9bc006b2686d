"""Events: on a day that somebody has made known, or coming back without one yet. A day is never made up."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import Day, Distinct, HttpUrl, LanguageTag, Localized, Name, Record, Slug, SourceSlug, hint
from portal.schema.marks import Ref
from portal.schema.page import FrontMatter

ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time in Nijmegen: `19:30`."""

EventRhythm = Literal["yearly", "unknown"]
"""How often something comes back of which no day is known yet."""


class Change(Record):
    """Something that changed after an event was made known: who has it in their calendar is told."""

    on: Day
    what: Localized


class Event(Entry):
    """What a file in content/data/events says."""

    collection: ClassVar[str] = "events"

    title: Name = hint(
        "Add the name of the event, the same in both languages or below each other 'nl: ...' and 'en: ...'.",
        "Voeg de naam van het evenement toe, in beide talen gelijk of onder elkaar 'nl: ...' en 'en: ...'.",
    )
    summary: Localized | None = None
    starts: Day | None = None
    """The first day. Not certain? Then it has a rhythm."""
    ends: Day | None = None
    """The last day, when it is another."""
    opens: ClockTime | None = None
    """When it begins on its first day, and ends on its last; without it whole days are in the calendar."""
    closes: ClockTime | None = None
    rhythm: EventRhythm | None = None
    """It comes back, and no day is known yet."""
    edition_of: Annotated[Slug, Ref("events")] | None = None
    """What it is one time of."""
    place: Name | None = None
    organiser: Annotated[Slug, Ref("partners")] | None = None
    clusters: Annotated[tuple[Annotated[Slug, Ref("clusters")], ...], Distinct] = ()
    campus: Annotated[Slug, Ref("campuses")] | None = None
    spoken: Annotated[tuple[LanguageTag, ...], Distinct] = ()
    """The languages spoken there."""
    cost: Localized | None = None
    step_free: StrictBool | None = None
    hearing_loop: StrictBool | None = None
    changes: tuple[Change, ...] = ()
    cancelled: StrictBool = False
    url: HttpUrl | None = None
    source: SourceSlug = hint(
        "Add where it can be read, a file name in content/data/sources.",
        "Voeg toe waar het te lezen is, een bestandsnaam in content/data/sources.",
    )

    @property
    def last_day(self) -> Day | None:
        """The day after which it is over; None when it has no day."""
        return self.ends or self.starts

    @property
    def sequence(self) -> int:
        """How often it has changed: calendars take over what has a higher number."""
        return len(self.changes) + self.cancelled

    @model_validator(mode="after")
    def _has_a_day_or_a_rhythm(self) -> Self:
        if (self.starts is None) == (self.rhythm is None):
            raise PydanticCustomError("event.day-or-rhythm", "a day or a rhythm")
        if self.ends and (self.starts is None or self.ends < self.starts):
            raise PydanticCustomError("event.ends-before-start", "ends before it starts")
        if (self.opens is None) != (self.closes is None):
            raise PydanticCustomError("event.one-time", "a time alone")
        if self.opens and self.closes and self.starts == self.last_day and self.closes <= self.opens:
            raise PydanticCustomError("event.ends-before-start", "ends before it starts")
        return self


class AgendaPage(FrontMatter):
    """content/<locale>/agenda.md"""

    page_kind: ClassVar[str] = "agenda"
    at: ClassVar[str] = "agenda"

"""Events: what is to come, on days that somebody has made known. What has no date is no event yet."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import Day, HttpUrl, Name, Slug, SourceSlug, hint
from portal.schema.marks import Ref


class Event(Entry):
    """What a file in content/data/events says."""

    collection: ClassVar[str] = "events"

    title: Name = hint(
        "Add the name of the event, the same in both languages or below each other 'nl: ...' and 'en: ...'.",
        "Voeg de naam van het evenement toe, in beide talen gelijk of onder elkaar 'nl: ...' en 'en: ...'.",
    )
    starts: Day = hint(
        "Add the first day: 2026-11-21. Without a day that is certain it does not belong here.",
        "Voeg de eerste dag toe: 2026-11-21. Zonder een dag die vaststaat hoort het hier niet.",
    )
    ends: Day | None = None
    """The last day, when it is another."""
    place: Name = hint("Add where it is.", "Voeg toe waar het is.")
    organiser: Annotated[Slug, Ref("partners")] = hint(
        "Add who organises it, a file name in content/data/partners.",
        "Voeg toe wie het organiseert, een bestandsnaam in content/data/partners.",
    )
    url: HttpUrl | None = None
    source: SourceSlug = hint(
        "Add where the date can be read, a file name in content/data/sources.",
        "Voeg toe waar de datum te lezen is, een bestandsnaam in content/data/sources.",
    )

    @property
    def last_day(self) -> Day:
        """The day after which it is over."""
        return self.ends or self.starts

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends and self.ends < self.starts:
            raise PydanticCustomError("event.ends-before-start", "ends before it starts")
        return self

"""Events: on a day that somebody has made known, or coming back without one yet. A day is never made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from portal.schema import json_forms
from portal.schema.entry import Entry, PagedEntry
from portal.schema.fields import Day, Distinct, HttpUrl, LanguageTag, Localized, Name, Record, Slug
from portal.schema.marks import Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import Chosen

_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
ClockTime = Annotated[str, StringConstraints(pattern=f"^{_CLOCK}$"), json_forms.pattern(_CLOCK, examples=["19:30"])]
"""A time in Nijmegen: `19:30`."""

EventRhythm = Literal["yearly", "unknown"]
"""How often something comes back of which no day is known yet."""


class Change(Record):
    """Something that changed after an event was made known: who has it in their calendar is told."""

    on: Day = means(
        en=("Day", "the day on which the change was made known"),
        nl=("Dag", "de dag waarop de wijziging bekend werd"),
    )
    what: Localized = means(
        en=("Change", "what has changed"),
        nl=("Wijziging", "wat er is veranderd"),
    )


class Event(PagedEntry):
    """What a file in content/data/events says."""

    collection: ClassVar[str] = "events"
    page_kind: ClassVar[str] = "event"
    folder: ClassVar[str] = "agenda"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Events", "what is to come, comes back or is over, with every change"),
        nl=("Evenementen", "wat er komt, terugkomt of is geweest, met elke wijziging"),
    )

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                json_forms.either("starts", "rhythm"),
                json_forms.needs("ends", "starts"),
                json_forms.needs("opens", "closes"),
                json_forms.needs("closes", "opens"),
            ]
        }
    )

    title: Name = means(
        en=("Name", "the name of the event"),
        nl=("Naam", "de naam van het evenement"),
    )
    starts: Day | None = means(
        default=None,
        en=("First day", "the first day, when it is certain; else it has a 'rhythm'"),
        nl=("Eerste dag", "de eerste dag, als die vaststaat; anders heeft het een 'rhythm'"),
    )
    ends: Day | None = means(
        default=None,
        en=("Last day", "the last day, when it is another"),
        nl=("Laatste dag", "de laatste dag, als dat een andere is"),
    )
    opens: ClockTime | None = means(
        default=None,
        en=("Begins", "the time in Nijmegen at which it begins on its first day; then 'closes' too"),
        nl=("Begint", "de tijd in Nijmegen waarop het de eerste dag begint; dan ook 'closes'"),
    )
    closes: ClockTime | None = means(
        default=None,
        en=("Ends", "the time at which it ends on its last day. Without times whole days are in the calendar"),
        nl=("Eindigt", "de tijd waarop het de laatste dag eindigt. Zonder tijden staan hele dagen in de agenda"),
    )
    rhythm: EventRhythm | None = means(
        default=None,
        en=("Comes back", "how often it comes back, when no day is known yet"),
        nl=("Komt terug", "hoe vaak het terugkomt, als nog geen dag bekend is"),
    )
    edition_of: Annotated[Slug, Ref("events")] | None = means(
        default=None,
        en=("Edition of", "the event that comes back, of which this is one time"),
        nl=("Editie van", "het evenement dat terugkomt, waarvan dit een keer is"),
    )
    place: Name | None = means(
        default=None,
        en=("Place", "where it is"),
        nl=("Plaats", "waar het is"),
    )
    attendance: Literal["in-person", "online", "both"] = means(
        default="in-person",
        en=("Attendance", "whether one goes there, follows it online, or may do either"),
        nl=("Deelname", "of je erheen gaat, het online volgt, of mag kiezen"),
    )
    organiser: Annotated[Slug, Ref("partners")] | None = means(
        default=None,
        en=("Organiser", "who organises it"),
        nl=("Organisator", "wie het organiseert"),
    )
    clusters: Annotated[tuple[Annotated[Slug, Ref("clusters")], ...], Distinct] = means(
        default=(),
        en=("Clusters", "the clusters it is for; each has a calendar of its own"),
        nl=("Clusters", "de clusters waarvoor het is; elk heeft een eigen agenda"),
    )
    campus: Annotated[Slug, Ref("campuses")] | None = means(
        default=None,
        en=("Campus", "the campus where it is"),
        nl=("Campus", "de campus waar het is"),
    )
    spoken: Annotated[tuple[LanguageTag, ...], Distinct] = means(
        default=(),
        en=("Spoken", "the languages spoken there"),
        nl=("Voertaal", "de talen die er worden gesproken"),
    )
    cost: Localized | None = means(
        default=None,
        en=("Cost", "what it costs"),
        nl=("Kosten", "wat het kost"),
    )
    step_free: StrictBool | None = means(
        default=None,
        en=("Step-free", "whether one gets in without a step, when that is known"),
        nl=("Drempelvrij", "of je zonder trede naar binnen kunt, als dat bekend is"),
    )
    hearing_loop: StrictBool | None = means(
        default=None,
        en=("Hearing loop", "whether there is a hearing loop, when that is known"),
        nl=("Ringleiding", "of er een ringleiding is, als dat bekend is"),
    )
    changes: tuple[Change, ...] = means(
        default=(),
        en=("Changes", "what changed after it was made known. Who has it in a calendar gets the change"),
        nl=("Wijzigingen", "wat er is veranderd nadat het bekend was. Wie het in de agenda heeft, krijgt dat"),
    )
    cancelled: StrictBool = means(
        default=False,
        en=("Cancelled", "whether it is called off: it stays on the agenda as such. Do not delete the file"),
        nl=("Afgelast", "of het niet doorgaat: het blijft als afgelast staan. Gooi het bestand niet weg"),
    )
    url: HttpUrl | None = means(
        default=None,
        en=("Web address", "where to read more or to sign up"),
        nl=("Webadres", "waar je meer leest of je aanmeldt"),
    )

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.title

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """By what events are chosen."""
        return {
            "cluster": self.clusters,
            "campus": (self.campus,) if self.campus else (),
            "language": self.spoken,
        }

    def is_over(self, day: Day) -> bool:
        """Whether its last day is behind us on a day."""
        return self.last_day is not None and self.last_day < day

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


class AgendaPage(Chosen):
    """content/<locale>/agenda/index.md"""

    page_kind: ClassVar[str] = "agenda"
    at: ClassVar[str] = "agenda/index"

    @classmethod
    def shown(cls, entries: Mapping[str, Mapping[str, Entry]]) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """By what the events are chosen."""
        for event in entries[Event.collection].values():
            if isinstance(event, Event):
                yield event.facets()

"""The agenda on a day: what is to come, what comes back without a day yet, and what is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from portal.model.site import Site
from portal.schema.event import Event


@dataclass(frozen=True)
class Agenda:
    """Events as they stand on a day."""

    coming: list[Event]
    """The first to start first."""
    recurring: list[Event]
    """Without a day yet, unless an edition of it is to come."""
    past: list[Event]
    """The last to end first."""

    @property
    def months(self) -> Iterator[tuple[str, list[Event]]]:
        """What is to come by the month in which it starts: `2027-03`."""
        for month, events in groupby(self.coming, key=lambda event: f"{event.starts:%Y-%m}"):
            yield month, list(events)

    def of(self, facet: str, value: str) -> Agenda:
        """Those of a choice."""
        chosen = [[event for event in events if value in event.facets()[facet]] for events in self._groups]
        return Agenda(*chosen)

    @property
    def _groups(self) -> tuple[list[Event], list[Event], list[Event]]:
        return self.coming, self.recurring, self.past

    @property
    def dated(self) -> list[Event]:
        """What can stand in a calendar."""
        return [*reversed(self.past), *self.coming]


SHOWN = 5
"""How many events the page of a cluster or campus lists: the agenda has the rest."""


def events_of(site: Site, facet: str, slug: str) -> list[Event]:
    """What is to come and what comes back for a cluster or campus, the first few."""
    found = site.once(agenda, site.day).of(facet, slug)
    return [*found.coming, *found.recurring][:SHOWN]


def agenda(site: Site, day: date) -> Agenda:
    """The events of the site on a day."""
    coming = site.coming(day)
    announced = {event.edition_of for event in coming if not event.cancelled}
    events = site.all(Event).values()
    over = [event for event in events if event.last_day and event.last_day < day]
    return Agenda(
        coming,
        [event for event in events if event.rhythm and event.slug not in announced],
        sorted(over, key=lambda event: (event.last_day or date.min, event.slug), reverse=True),
    )

"""Calendars: events as other programs read them (iCalendar, RFC 5545), by icalendar.

The same content gives the same bytes: what an event is called by (UID) follows from its file, and when it was written
down (DTSTAMP) from its last change or from the day its source was read, never from the clock.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar

from portal.model.agenda import agenda
from portal.model.site import Site
from portal.schema.cluster import Cluster
from portal.schema.event import Event
from portal.schema.partner import Partner
from portal.schema.source import Source

ZONE = ZoneInfo("Europe/Amsterdam")
PRODUCT = "-//Into Nijmegen//Agenda//"
ALL = "calendar"
"""The name of the calendar with everything, without `.ics`; that of a cluster has the slug behind it."""


def calendars(site: Site, locale: str, base: str) -> Iterator[tuple[str, bytes]]:
    """The files of a language by name: everything, each cluster, each event. None where no event has a day.

    `base` is where the site stands, without the slash at its end.
    """
    dated = agenda(site, site.day).dated
    groups = [(ALL, dated)]
    groups += [(cluster_name(slug), [event for event in dated if slug in event.clusters]) for slug in site.all(Cluster)]
    groups += [(event.slug, [event]) for event in dated]
    names: set[str] = set()
    for name, events in groups:
        if name in names:
            raise ValueError(f"two calendars are called {name}")
        names.add(name)
        if events:
            yield f"{name}.ics", calendar(site, events, locale, base)


def cluster_name(slug: str) -> str:
    """What the calendar of a cluster is called."""
    return f"{ALL}-{slug}"


def calendar(site: Site, events: Iterable[Event], locale: str, base: str) -> bytes:
    """A calendar with events, in a language."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT + locale.upper())
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", site.string("agenda.calendar", locale))
    for event in events:
        made.add_component(_event(site, event, locale, base))
    made.add_missing_timezones()
    content: bytes = made.to_ical()
    return content


def _event(site: Site, event: Event, locale: str, base: str) -> icalendar.Event:
    assert event.starts
    assert event.last_day
    read = (site.all(Source)[slug].checked for slug in event.sources)
    written = max([*read, *(change.on for change in event.changes)])
    made = icalendar.Event()
    # Whoever subscribes in two languages, or from another address of the site, has the same event.
    made.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"into-nijmegen:{event.collection}/{event.slug}")))
    made.add("dtstamp", datetime.combine(written, time(), UTC))
    made.add("last-modified", datetime.combine(written, time(), UTC))
    made.add("sequence", event.sequence)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add("summary", event.title.told(locale))
    made.add("dtstart", _moment(event.starts, event.opens))
    # The day after: the end of a whole day is not part of it.
    made.add("dtend", _moment(event.last_day, event.closes) if event.closes else event.last_day + timedelta(days=1))
    made.add("description", event.summary.told(locale))
    if event.place:
        made.add("location", event.place.told(locale))
    if event.organiser:
        # An ORGANIZER must have a mail address, which we do not publish.
        made.add("contact", site.all(Partner)[event.organiser].name.told(locale))
    made.add("url", base + site.page_of(event, locale).address)
    return made


def _moment(day: date, clock: str | None) -> date | datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZONE) if clock else day

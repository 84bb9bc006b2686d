"""What is new on the site, what has changed in the world, and what was put right, from the dates of the content.

A fact that changed says what it was: a correction does, and so does a statement that took the place of another in its
series.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any, Literal

from portal.model.dates import published
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.correction import Correction
from portal.schema.entry import Entry, Statement
from portal.schema.event import Event
from portal.schema.marks import records_in
from portal.schema.open_data import DataChange, OpenDataPage
from portal.schema.page import Story, key_about

Kind = Literal["new", "corrected", "changed", "event", "data"]
"""A story that was written, a mistake that was put right, a fact that changed, an event, the form of the open data."""


@dataclass(frozen=True)
class Change:
    """Something that is to be known of a page since a day."""

    on: date
    kind: Kind
    page: Page[Any]
    name: str
    """What it is called apart from all others, in every language and for good."""
    text: str
    """What is so now."""
    was: str = ""
    """What it was; empty when it was nothing."""
    anchor: str = ""
    """The place on the page: `#briskr`."""
    source: str = ""
    """The slug of the source that says so."""


def changes(site: Site, locale: str) -> list[Change]:
    """Everything that has changed up to the day of the build, the newest first."""
    return site.once(_changes, locale)


def corrections(site: Site, page: Page[Any]) -> list[Change]:
    """What was put right on a page, the newest first."""
    return site.once(_corrections, page.locale).get(page.key, [])


def _changes(site: Site, locale: str) -> list[Change]:
    every = [*_stories(site, locale), *_put_right(site, locale), *_facts(site, locale), *_events(site, locale)]
    every += _data(site, locale)
    found = [change for change in every if change.on <= site.day]
    return sorted(found, key=lambda change: (-change.on.toordinal(), change.name))


def _corrections(site: Site, locale: str) -> Mapping[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes(site, locale):
        if change.kind == "corrected":
            found.setdefault(change.page.key, []).append(change)
    return found


def _stories(site: Site, locale: str) -> Iterator[Change]:
    for page in site.listed(Story, locale):
        if on := published(page):
            yield Change(on, "new", page, page.key, page.description)


def _put_right(site: Site, locale: str) -> Iterator[Change]:
    for one in site.all(Correction).values():
        if page := site.nearest(locale, one.about):
            name = f"{one.collection}/{one.slug}"
            was, now = one.was.told(locale), one.now.told(locale)
            yield Change(one.on, "corrected", page, name, now, was, source=one.source or "")


def _facts(site: Site, locale: str) -> Iterator[Change]:
    """Statements that took the place of another, on the first day on which they are true."""
    for entries in site.content.entries.values():
        for entry in entries.values():
            if page := _page_about(site, locale, entry):
                facts = [fact for _, fact in records_in(entry, Statement) if fact.series]
                for series, group in groupby(sorted(facts, key=_in_time), key=lambda fact: fact.series):
                    for before, after in pairwise(group):
                        if not after.valid_from:
                            continue
                        name = f"{entry.collection}/{entry.slug}/{series}/{after.valid_from}"
                        was, now = before.text.told(locale), after.text.told(locale)
                        yield Change(after.valid_from, "changed", page, name, now, was, source=after.source)


def _in_time(fact: Statement) -> tuple[str, date]:
    return fact.series or "", fact.valid_from or date.min


def _events(site: Site, locale: str) -> Iterator[Change]:
    for event in site.all(Event).values():
        for number, change in enumerate(event.changes, start=1):
            name = f"{event.collection}/{event.slug}/{number}"
            page = site.page_of(event, locale)
            yield Change(change.on, "event", page, name, change.what.told(locale), source=next(iter(event.sources), ""))


def _data(site: Site, locale: str) -> Iterator[Change]:
    if page := site.nearest(locale, OpenDataPage.at):
        for one in site.all(DataChange).values():
            yield Change(
                one.on, "data", page, f"{one.collection}/{one.slug}", one.what.told(locale), anchor="#versions"
            )


def _page_about(site: Site, locale: str, entry: Entry) -> Page[Any] | None:
    key = key_about(entry)
    return site.nearest(locale, key) if key else None

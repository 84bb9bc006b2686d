"""Browser: the calendar file of the planner, as two readers that know nothing of each other understand it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.schema.step import Step
from tests.browser.planning import Planner
from tests.personas import EMPLOYER, LEAVER, MIGRANT, STUDENT, Persona
from tests.real_site import SITE

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
each_locale = pytest.mark.parametrize("locale", SITE.languages)
each_reader = pytest.mark.parametrize("reader", ["icalendar", "vobject"])


@dataclass(frozen=True)
class Event:
    """An event as a reader understood it."""

    uid: str
    title: str
    text: str
    url: str
    start: datetime
    end: datetime


def _by_icalendar(content: bytes) -> list[Event]:
    calendar = icalendar.Calendar.from_ical(content)
    return [
        Event(
            uid=str(event["UID"]),
            title=str(event["SUMMARY"]),
            text=str(event["DESCRIPTION"]),
            url=str(event["URL"]),
            start=event.decoded("DTSTART"),
            end=event.decoded("DTEND"),
        )
        for event in calendar.walk("VEVENT")
    ]


def _by_vobject(content: bytes) -> list[Event]:
    calendar = vobject.readOne(content.decode())
    return [
        Event(
            uid=event.uid.value,
            title=event.summary.value,
            text=event.description.value,
            url=event.url.value,
            start=event.dtstart.value,
            end=event.dtend.value,
        )
        for event in calendar.vevent_list
    ]


Files = Mapping[tuple[str, str], list[tuple[str, bytes]]]
"""The names and contents of what somebody downloads in a language."""

READERS = {"icalendar": _by_icalendar, "vobject": _by_vobject}


def _downloaded(page: Planner) -> tuple[str, bytes]:
    with page.tab.expect_download() as download:
        page.press("calendar")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.fixture(scope="module")
def files(window: Tab) -> Files:
    """The file of somebody in a language, downloaded twice with a reload between."""
    found = {}
    for locale in SITE.languages:
        for persona in (MIGRANT, STUDENT):
            page = Planner(window, locale)
            page.fill(persona)
            found[persona.name, locale] = [_downloaded(page)]
            window.reload()
            found[persona.name, locale].append(_downloaded(page))
            window.evaluate("localStorage.clear()")
    return found


@each_locale
@each_reader
@pytest.mark.parametrize("persona", [MIGRANT, STUDENT], ids=str)
def test_every_deadline_is_at_nine_in_the_morning_in_nijmegen(
    persona: Persona, reader: str, locale: str, files: Files
) -> None:
    _, content = files[persona.name, locale][0]
    events = READERS[reader](content)
    days = {slug: day for slug in SITE.all(Step) if (day := persona.steps.get(slug))}
    assert [event.uid for event in events] == [f"{slug}@guide.into-nijmegen" for slug in days]
    nine = [datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=AMSTERDAM) for day in days.values()]
    assert [event.start.astimezone(UTC) for event in events] == [moment.astimezone(UTC) for moment in nine]
    assert {moment.utcoffset() for moment in nine} == {timedelta(hours=1), timedelta(hours=2)}
    assert {event.end - event.start for event in events} == {timedelta(minutes=30)}


@each_locale
@each_reader
def test_an_event_says_what_to_do_by_when_and_where_to_read_on(
    reader: str, locale: str, files: Files, served: str
) -> None:
    _, content = files[STUDENT.name, locale][0]
    events = {event.uid.partition("@")[0]: event for event in READERS[reader](content)}
    for slug, event in events.items():
        step = SITE.all(Step)[slug]
        assert step.deadline
        url = f"{served}{SITE.pages[locale, step.key].address}"
        assert (event.title, event.text, event.url) == (
            step.title[locale], f"{step.deadline.text[locale]}\n{url}", url
        )  # fmt: skip
    assert "," in events["deregister"].text


@each_locale
def test_a_file_has_a_name_in_the_language_of_the_page(locale: str, files: Files) -> None:
    (name, content), _ = files[MIGRANT.name, locale]
    assert name == SITE.string("planner.file", locale)
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["X-WR-CALNAME"] == SITE.string("planner.calendar-name", locale)


@each_locale
def test_a_second_download_is_the_same_file(locale: str, files: Files) -> None:
    first, second = files[MIGRANT.name, locale]
    assert first == second


def test_an_event_is_recognized_in_the_other_language_and_with_another_date(files: Files) -> None:
    def uids(persona: Persona, locale: str) -> set[str]:
        return {event.uid for event in _by_icalendar(files[persona.name, locale][0][1])}

    assert uids(MIGRANT, "nl") == uids(MIGRANT, "en")
    assert uids(STUDENT, "nl") & uids(MIGRANT, "en") == {
        f"{slug}@guide.into-nijmegen" for slug in ("check-permit", "register-and-bsn")
    }


@each_locale
def test_the_zone_in_the_file_is_that_of_amsterdam_on_every_day(locale: str, files: Files) -> None:
    calendar = icalendar.Calendar.from_ical(files[MIGRANT.name, locale][0][1])
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Amsterdam"
    assert isinstance(zone, icalendar.Timezone)
    there = zone.to_tz(lookup_tzid=False)
    mornings = [datetime(2026, 1, 1, 9) + timedelta(days=i) for i in range(5 * 365)]
    assert [
        day for day in mornings
        if day.replace(tzinfo=there).utcoffset() != day.replace(tzinfo=AMSTERDAM).utcoffset()
    ] == []  # fmt: skip


def _well_formed(content: bytes) -> None:
    """Lines as RFC 5545 wants them, each a text by itself."""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert [line for line in lines if len(line) > 75 or re.search(rb"[\r\n]", line)] == []
    for line in lines:
        line.decode()


@each_locale
@pytest.mark.parametrize("persona", [MIGRANT, STUDENT], ids=str)
def test_every_line_of_a_file_has_at_most_75_octets_and_ends_as_it_should(
    persona: Persona, locale: str, files: Files
) -> None:
    _well_formed(files[persona.name, locale][0][1])


MAKE = """async ([title, text]) => {
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  const { calendar } = await import(files.find((name) => name.includes("/calendar.")));
  const date = new Date(Date.UTC(2027, 0, 31));
  return calendar("A, b", "en", "2026-11-21", [{ slug: "a", title, text, link: "https://www.example.nl/", date }]);
}"""
texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from(",;\\:\nëü€😀"), min_size=1
)


@pytest.fixture(scope="module")
def opened(window: Tab) -> Tab:
    """The guide, for its scripts."""
    return Planner(window).tab


@pytest.mark.parametrize(
    "text", ["Een, twee; drie: vier", "Beëdigd, über 5 €", "C:\\map\\n", 'Zeg "ja"', "é" * 200, "😀" * 60, "a\nb"]
)
def test_a_text_arrives_unharmed(text: str, opened: Tab) -> None:
    _arrives(text, opened)


@given(texts)
def test_any_text_arrives_unharmed(opened: Tab, text: str) -> None:
    _arrives(text, opened)


def _arrives(text: str, tab: Tab) -> None:
    made: Any = tab.evaluate(MAKE, [text, f"{text} | {text}"])
    content = made.encode()
    _well_formed(content)
    for read in READERS.values():
        (event,) = read(content)
        assert (event.title, event.text) == (text, f"{text} | {text}")


@each_locale
@pytest.mark.parametrize("persona", [None, EMPLOYER], ids=["nobody yet", "an employer"])
def test_a_list_without_dates_says_so_and_makes_no_file(persona: Persona | None, locale: str, tab: Tab) -> None:
    page = Planner(tab, locale)
    if persona:
        page.fill(persona)
    downloads: list[Any] = []

    def listen(download: Any) -> None:
        downloads.append(download)

    tab.on("download", listen)
    page.press("calendar")
    expect(page.status).to_have_text(page.string("no-dates"))
    page.fill(LEAVER)
    _downloaded(page)
    assert len(downloads) == 1
    tab.remove_listener("download", listen)
    tab.evaluate("localStorage.clear()")

"""The agenda and its calendars. The model alone, with two independent readers; and a small site on two days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from portal.checks import read_site
from portal.model.agenda import agenda
from portal.model.calendars import calendars
from portal.model.site import Site
from tests.build.conftest import built_in, parsed
from tests.conftest import Files, Project, make_project, page

SOURCED = """\
sources: [a-source]
summary:
  nl: Een event dat alleen in deze test bestaat, en dat is genoeg.
  en: An event that exists in this test alone, and that is enough.
"""
EVENT = (
    """\
title: {nl: Een avond; met een komma, en: An evening; with a comma}
starts: 2026-12-31
opens: "19:30"
closes: "21:00"
place: {nl: Een zaal, en: A hall}
organiser: hospital
clusters: [health]
edition_of: every-year
spoken: [en]
"""
    + SOURCED
)
WHOLE_DAYS = "title: Days\nstarts: 2027-06-01\nends: 2027-06-02\n" + SOURCED.replace("event", "festival")
RECURRING = "title: Every year\nrhythm: yearly\norganiser: hospital\n" + SOURCED.replace("event", "evening")
EVENTS: Files = {
    "content/data/events/evening.yml": EVENT,
    "content/data/events/days.yml": WHOLE_DAYS,
    "content/data/events/every-year.yml": RECURRING,
    **{f"content/{locale}/agenda/index.md": page("Agenda") for locale in ("nl", "en")},
}
CHANGE = "changes: [{on: 2026-12-01, what: {nl: Andere zaal., en: Another hall.}}]\n"
BASE = "https://x.example"


def _files(site: Site) -> dict[str, bytes]:
    return dict(calendars(site, "en", BASE))


def _only(content: bytes) -> Any:
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return event


def _by_icalendar(content: bytes) -> dict[str, Any]:
    event = _only(content)
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    return {"uid": str(event["UID"]), "title": str(event["SUMMARY"]), "start": start, "end": end}


def _by_vobject(content: bytes) -> dict[str, Any]:
    event = vobject.readOne(content.decode()).vevent
    return {
        "uid": event.uid.value,
        "title": event.summary.value,
        "start": event.dtstart.value,
        "end": event.dtend.value,
    }


@pytest.mark.parametrize("read", [_by_icalendar, _by_vobject])
def test_two_readers_find_the_evening_at_its_time_in_nijmegen(read: Any, project: Project) -> None:
    event = read(_files(read_site(project(EVENTS)))["evening.ics"])
    assert event["title"] == "An evening; with a comma"
    assert event["start"].astimezone(UTC) == datetime(2026, 12, 31, 18, 30, tzinfo=UTC)
    assert event["end"].astimezone(UTC) == datetime(2026, 12, 31, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("read", [_by_icalendar, _by_vobject])
def test_whole_days_end_on_the_day_after(read: Any, project: Project) -> None:
    event = read(_files(read_site(project(EVENTS)))["days.ics"])
    assert (event["start"], event["end"]) == (date(2027, 6, 1), date(2027, 6, 3))


def test_there_is_a_calendar_of_everything_of_each_cluster_and_of_each_event(project: Project) -> None:
    files = _files(read_site(project(EVENTS)))
    assert list(files) == ["calendar.ics", "calendar-health.ics", "evening.ics", "days.ics"]
    assert [content.count(b"BEGIN:VEVENT") for content in files.values()] == [2, 1, 1, 1]
    assert [content.count(b"BEGIN:VTIMEZONE") for content in files.values()] == [1, 1, 1, 0]


def test_what_has_no_day_is_in_no_calendar(project: Project) -> None:
    files = {path: text for path, text in EVENTS.items() if path.endswith(("every-year.yml", "agenda/index.md"))}
    assert _files(read_site(project(files))) == {}


def test_a_change_keeps_the_uid_and_has_a_higher_sequence_and_a_later_stamp(project: Project) -> None:
    def event(more: str) -> Any:
        site = read_site(project({**EVENTS, "content/data/events/evening.yml": EVENT + more}))
        return _only(_files(site)["evening.ics"])

    first, changed, cancelled = event(""), event(CHANGE), event(CHANGE + "cancelled: true\n")
    assert {str(one["UID"]) for one in (first, changed, cancelled)} == {str(first["UID"])}
    assert [int(one["SEQUENCE"]) for one in (first, changed, cancelled)] == [0, 1, 2]
    assert [str(one["STATUS"]) for one in (first, changed, cancelled)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [one["DTSTAMP"].dt.date() for one in (first, changed)] == [date(2026, 11, 21), date(2026, 12, 1)]


def test_both_languages_speak_of_the_same_event(project: Project) -> None:
    site = read_site(project(EVENTS))
    uids = {_by_icalendar(dict(calendars(site, locale, BASE))["evening.ics"])["uid"] for locale in ("nl", "en")}
    assert len(uids) == 1


def test_a_calendar_that_is_read_and_written_again_is_the_same(project: Project) -> None:
    for content in _files(read_site(project(EVENTS))).values():
        assert icalendar.Calendar.from_ical(content).to_ical() == content


def test_an_event_is_to_come_on_its_last_day_and_over_the_day_after(project: Project) -> None:
    site = read_site(project(EVENTS))

    def on(day: date) -> tuple[list[str], list[str], list[str]]:
        found = agenda(site, day)
        return tuple([e.slug for e in events] for events in (found.coming, found.recurring, found.past))  # type: ignore[return-value]

    assert on(date(2026, 12, 31)) == (["evening", "days"], [], [])
    assert on(date(2027, 1, 1)) == (["days"], ["every-year"], ["evening"])
    assert on(date(2027, 6, 2)) == (["days"], ["every-year"], ["evening"])
    assert on(date(2027, 6, 3)) == ([], ["every-year"], ["days", "evening"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site on New Year's Day."""
    moment = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    root = make_project(tmp_path_factory.mktemp("agenda") / "project", EVENTS)
    return built_in(root, SOURCE_DATE_EPOCH=str(int(moment.timestamp())), SITE_URL="https://x.example/")


def test_the_agenda_has_what_is_to_come_what_comes_back_and_what_is_over(site: Path) -> None:
    tree = parsed(site / "en/agenda/index.html")
    assert [node.attributes["id"] for node in tree.css(".agenda-row")] == ["days", "every-year", "evening"]
    assert "Hospital will announce the date." in tree.css("#every-year")[0].text()


def test_the_agenda_leads_to_calendars_that_are_there(site: Path) -> None:
    links = [node.attributes["href"] or "" for node in parsed(site / "en/agenda/index.html").css("a[href$='.ics']")]
    assert "webcal://x.example/en/agenda/calendar.ics" in links
    assert [link for link in links if ":" not in link and not (site / "en/agenda" / link).is_file()] == []
    assert (site / "agenda/calendar.ics").read_bytes() != (site / "en/agenda/calendar.ics").read_bytes()


def test_an_event_has_a_page_that_says_whether_it_is_over_and_else_has_its_calendar(site: Path) -> None:
    tree = parsed(site / "en/agenda/evening/index.html")
    assert [label.text() for label in tree.css(".kicker .label")] == ["Over"]
    assert not tree.css("a[href$='.ics']")
    tree = parsed(site / "en/agenda/days/index.html")
    assert [label.text() for label in tree.css(".kicker .label")] == []
    (calendar,) = [a.attributes["href"] or "" for a in tree.css("a[href$='.ics']")]
    content = (site / "en/agenda/days" / calendar).resolve().read_bytes()
    assert str(_only(content)["URL"]) == "https://x.example/en/agenda/days/"


def test_an_event_leads_to_what_it_is_one_time_of_and_back(site: Path) -> None:
    agenda_pages = site / "en/agenda"
    assert parsed(agenda_pages / "evening/index.html").css("a[href='../every-year/']")
    assert parsed(agenda_pages / "every-year/index.html").css("a[href='../evening/']")


@pytest.mark.parametrize("address", ["en/agenda/health", "en/agenda/english", "agenda/engels"])
def test_the_events_of_a_cluster_and_of_a_language_have_an_address_of_their_own(address: str, site: Path) -> None:
    tree = parsed(site / address / "index.html")
    assert [row.attributes["id"] for row in tree.css(".agenda-row")] == ["evening"]

"""Structured data of things that the real site has few of: events, a publisher, a photo's place. Nothing is built."""

from __future__ import annotations

from typing import Any

import pytest

from portal.checks import read_site
from portal.model.site import Site
from portal.views.structured_data import Telling, structured_data
from tests.conftest import Files, Project, page
from tests.schema_org import problems

BASE = "https://x.example"
EVENT = """\
title: {nl: Een avond, en: An evening}
starts: 2026-12-31
opens: "19:30"
closes: "21:00"
place: {nl: Een zaal, en: A hall}
organiser: hospital
sources: [a-source]
summary:
  nl: Een avond die alleen in deze test bestaat, en dat is genoeg.
  en: An evening that exists in this test alone, and that is enough.
"""
AGENDA: Files = {f"content/{locale}/agenda/index.md": page("Agenda", locale=locale) for locale in ("nl", "en")}


def _told(site: Site, key: str) -> dict[str, Any]:
    data = structured_data(Telling(site, site.pages["en", key], [], BASE, {}, f"{BASE}/card.png"))
    assert problems(data) == []
    return data


def _events(project: Project, text: str) -> list[dict[str, Any]]:
    site = read_site(project({**AGENDA, "content/data/events/evening.yml": text}))
    on_agenda, on_page = (
        [thing for thing in _told(site, key)["@graph"] if thing["@type"] == "Event"]
        for key in ("agenda/index", "agenda/evening")
    )
    assert on_agenda == on_page
    return on_page


def test_an_event_has_its_time_in_nijmegen_its_place_its_status_and_how_one_attends(project: Project) -> None:
    (event,) = _events(project, EVENT)
    assert event["startDate"] == "2026-12-31T19:30:00+01:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["location"] == [{"@type": "Place", "name": "A hall", "address": "A hall"}]
    assert event["organizer"]["@type"] == "Hospital"


@pytest.mark.parametrize(
    "more, mode, places",
    [
        ("attendance: both\n", "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
        ("attendance: online\n", "OnlineEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_online_says_so(more: str, mode: str, places: list[str], project: Project) -> None:
    (event,) = _events(project, EVENT + more)
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}"
    assert [place["@type"] for place in event["location"]] == places


def test_a_cancelled_event_stays_and_says_so(project: Project) -> None:
    (event,) = _events(project, EVENT + "cancelled: true\n")
    assert event["eventStatus"] == "https://schema.org/EventCancelled"


def test_an_event_without_a_place_is_told_to_nobody(project: Project) -> None:
    """Search engines refuse it, and a place that is made up would send somebody the wrong way."""
    assert _events(project, EVENT.replace("place: {nl: Een zaal, en: A hall}\n", "")) == []


def test_a_publisher_answers_for_the_site_once_it_is_known(project: Project) -> None:
    contact = "role: {nl: Uitgever, en: Publisher}\nname: The city\nmail: post@example.org\n"
    site = read_site(project({"content/data/contacts/publisher.yml": contact}))
    website, organization = _told(site, "index")["@graph"]
    assert website["publisher"] == {"@id": organization["@id"]}
    assert organization["contactPoint"]["email"] == "post@example.org"


@pytest.mark.parametrize("until, told", [("", True), ("until: 2025\n", False), ("until: 2026\n", True)])
def test_a_member_is_named_as_long_as_it_is_one(until: str, told: bool, project: Project) -> None:
    files = {
        "content/data/verbs/works-with.yml": (
            "forward: {nl: '{from} is lid van {to}.', en: '{from} is a member of {to}.'}\n"
            "backward: {nl: '{to} heeft {from} als lid.', en: '{to} has {from} as a member.'}\n"
            "forward_property: memberOf\nbackward_property: member\n"
        ),
        "content/data/relations/hospital-works-with.yml": (
            f"from: hospital\nverb: works-with\nto: [university]\n{until}sources: [a-source]\n"
        ),
    }
    site = read_site(project(files))
    (hospital,) = _told(site, "partners/hospital")["@graph"]
    assert ("memberOf" in hospital) == told


def test_what_is_no_type_or_no_property_or_is_missing_is_found() -> None:
    def said(**thing: Any) -> list[str]:
        return problems({"@context": "https://schema.org", "@graph": [thing]})

    whole = {"@type": "WebPage", "name": "A", "url": "https://x.example/", "inLanguage": "en"}
    assert said(**whole) == []
    assert said(**{**whole, "@type": "Webpage"}) == ["Webpage: Webpage is no type of schema.org"]
    assert said(**whole, colour="red") == ["WebPage.colour: no property of WebPage"]
    assert said(**{**whole, "name": ""}) == ["WebPage: lacks name"]
    assert said(**whole, dateModified="yesterday")[0].startswith("WebPage.dateModified: 'yesterday' is not")
    assert said(**whole, isPartOf={"@type": "Place", "name": "A"}) == ["WebPage.isPartOf: may not be a Place"]

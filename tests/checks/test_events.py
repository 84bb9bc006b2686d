"""Checks of events and quotations: what they name must be there, and days must follow each other."""

from __future__ import annotations

import pytest

from tests.build.test_pictures import story
from tests.checks.conftest import Problems
from tests.conftest import SOURCE

EVENT = """\
title: {nl: Een dag, en: A day}
starts: 2027-02-01
place: {nl: Een zaal, en: A hall}
organiser: hospital
sources: [a-source]
summary:
  nl: Een dag die alleen in deze test bestaat, en dat is genoeg.
  en: A day that exists in this test alone, and that is enough.
"""
FILE = "content/data/events/a-day.yml"
QUOTE = "quote:\n  text: Words.\n  speaker: A. Speaker\n  source: a-source"


def test_an_event_with_a_day_is_in_order(problems: Problems) -> None:
    assert problems({FILE: EVENT}) == []


def test_an_event_that_comes_back_needs_no_day(problems: Problems) -> None:
    assert problems({FILE: EVENT.replace("starts: 2027-02-01", "rhythm: yearly")}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "starts: 2027-02-01",
            "starts: 2027-02-01\nends: 2027-01-31",
            "1: 'ends' is before 'starts'. Swap them, or mend one.",
        ),
        (
            "starts: 2027-02-01\n",
            "",
            "1: An event has a first day that is certain ('starts': 2026-11-21) or, without one, a 'rhythm': yearly,"
            " unknown.",
        ),
        (
            "starts: 2027-02-01",
            "starts: 2027-02-01\nrhythm: yearly",
            "1: An event has a first day that is certain ('starts': 2026-11-21) or, without one, a 'rhythm': yearly,"
            " unknown.",
        ),
        (
            "starts: 2027-02-01",
            "starts: 2027-02-01\nopens: '09:00'",
            "1: 'opens' and 'closes' go together. Add the other one, or take this one out.",
        ),
        (
            "organiser: hospital",
            "organiser: hospitl",
            "4: 'organiser' names 'hospitl', but there is no content/data/partners/hospitl.yml. Did you mean"
            " 'hospital'?",
        ),
        (
            "sources: [a-source]",
            "sources: [b-source]",
            "5: 'sources' names 'b-source', but there is no content/data/sources/b-source.yml. Did you mean"
            " 'a-source'?",
        ),
    ],
)  # fmt: skip
def test_an_event_is_refused(old: str, new: str, message: str, problems: Problems) -> None:
    assert problems({FILE: EVENT.replace(old, new)}) == [f"{FILE}:{message}"]


def test_a_quotation_without_a_source_is_refused(problems: Problems) -> None:
    quote = QUOTE.replace("\n  source: a-source", "")
    found = problems({**story("nl", quote), **story("en", quote)})
    assert [line.split(": ", 1)[1] for line in found] == 2 * [
        "'quote.source' is missing. Add where it can be read: a quotation without a source is hearsay. Write the"
        " name of a file in content/data/sources, without .yml."
    ]


def test_a_portrait_is_a_picture_that_is_there(problems: Problems) -> None:
    quote = f"{QUOTE}\n  portrait: nobody"
    found = problems({**story("nl", quote), **story("en", quote)})
    assert [line.split(": ", 1)[1] for line in found] == 2 * [
        "'quote.portrait' names 'nobody', but there is no content/data/pictures/nobody.yml."
    ]


def test_both_languages_quote_from_the_same_source(problems: Problems) -> None:
    files = {"content/data/sources/b-source.yml": SOURCE.replace("/a", "/b")}
    found = problems({**files, **story("nl", QUOTE), **story("en", QUOTE.replace("a-source", "b-source"))})
    assert found == [
        "content/en/stories/a-story.md:10: 'quote.source' is 'b-source' here and 'a-source' in"
        " content/nl/stories/a-story.md:10. It is a fact, so it must be the same in both languages."
    ]


def test_who_speaks_is_named_in_the_language_of_the_page(problems: Problems) -> None:
    quotes = [story("nl", QUOTE), story("en", QUOTE.replace("A. Speaker", "A visitor from Lent"))]
    assert problems({path: text for quote in quotes for path, text in quote.items()}) == []

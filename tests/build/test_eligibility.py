"""Amounts that run out. Build layer: only a build knows the day, and the page of the day after must not use them."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.model.clock import ZONE
from tests.build.conftest import built_in, parsed
from tests.checks.test_eligibility import CHECK, FILE
from tests.conftest import make_project

LAST, NEXT = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[date, LexborHTMLParser]:
    """The page of the check, built in the last second of a year and in the first of the next."""
    root = make_project(tmp_path_factory.mktemp("check") / "project", {FILE: CHECK})
    found = {}
    for day, clock in ((LAST, time(23, 59, 59)), (NEXT, time())):
        seconds = int(datetime.combine(day, clock, ZONE).timestamp())
        page = next(Path(built_in(root, SOURCE_DATE_EPOCH=str(seconds)), "en").rglob("a-check-check/index.html"))
        found[day] = parsed(page)
    return found


def _amounts(page: LexborHTMLParser) -> list[object]:
    """What the script may compare an amount with."""
    conditions = [json.loads(rule.attributes["data-when"] or "") for rule in page.css("[data-when]")]
    return [condition["amounts"] for when in conditions for condition in when if "amounts" in condition]


def test_on_its_last_day_an_amount_is_used_with_its_border(pages: dict[date, LexborHTMLParser]) -> None:
    assert _amounts(pages[LAST]) == [[{"amount": 5942, "until": "2026-12-31"}]]
    (fact,) = pages[LAST].css("#fact-minimum-2026")
    assert "€5,942" in fact.text()


def test_on_the_next_day_the_amount_is_nowhere_on_the_page(pages: dict[date, LexborHTMLParser]) -> None:
    assert _amounts(pages[NEXT]) == [[]]
    html = pages[NEXT].html or ""
    assert "5942" not in html
    assert "5,942" not in html


def test_on_the_next_day_its_place_says_that_it_changed_and_whom_to_ask(pages: dict[date, LexborHTMLParser]) -> None:
    (fact,) = pages[NEXT].css("#fact-minimum-2026")
    assert "Minimum: this changed on 1 January 2027." in fact.text()
    assert [link.attributes["href"] for link in fact.css("a")] == ["https://www.example.nl/a"]

"""The status of the statement on accessibility follows from what was investigated and the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.model.accessibility import status
from portal.schema.accessibility import Accessibility

REPORT = {"day": date(2026, 8, 31), "by": "An office", "report": "https://example.org/report"}


@pytest.mark.parametrize(
    ("given", "today", "letter"),
    [
        ({"investigation": {**REPORT, "met": 50}}, date(2029, 8, 31), "A"),
        ({"investigation": {**REPORT, "met": 49}}, date(2029, 8, 31), "B"),
        ({"investigation": {**REPORT, "met": 50}}, date(2029, 9, 1), "D"),
        ({"planned": date(2027, 2, 28)}, date(2026, 9, 1), "C"),
        ({"planned": date(2027, 2, 28)}, date(2027, 3, 1), "D"),
        ({"planned": date(2027, 3, 1)}, date(2026, 9, 1), "D"),
        ({}, date(2026, 9, 1), "D"),
    ],
    ids=["every requirement met", "one not met", "a report that is too old", "planned in time", "the plan has run out",
         "planned too late", "nothing but tests of our own"],
)  # fmt: skip
def test_the_status_is_as_the_government_gives_it(given: dict[str, Any], today: date, letter: str) -> None:
    statement = Accessibility.model_validate({"published": date(2026, 8, 31), **given})
    assert status(statement, today) == letter

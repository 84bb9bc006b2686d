"""Checks of the action plan: what it names must be there, and what is known must be said."""

from __future__ import annotations

import pytest

from tests.build.test_action_plan import A_PLAN, ACTION
from tests.checks.conftest import Problems

FILE = "content/data/actions/do-it.yml"
ONE_OF_TWO = "An action has either a last day ('due') or a 'rhythm': ongoing, on-request. Give exactly one of the two."


def test_a_plan_with_its_parts_is_in_order(problems: Problems) -> None:
    assert problems(A_PLAN) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "theme: growth",
            "theme: grouth",
            "1: 'theme' names 'grouth', but there is no content/data/themes/grouth.yml. Did you mean 'growth'?",
        ),
        (
            "with: [hospital]",
            "with: [hospitl]",
            "5: 'with' names 'hospitl', but there is no content/data/partners/hospitl.yml. Did you mean 'hospital'?",
        ),
        (
            "due: 2026-12-31\n",
            "due: 2026-12-31\nrhythm: ongoing\n",
            f"1: {ONE_OF_TWO}",
        ),
        (
            "due: 2026-12-31\n",
            "",
            f"1: {ONE_OF_TWO}",
        ),
        (
            "state: unknown",
            "state: running",
            "8: 'status' says how the action stands, but not what is known. Add 'text', or write 'state: unknown'.",
        ),
        (
            ", source: a-source}",
            "}",
            "8: 'status.source' is missing. Add where it can be read. Write the name of a file in content/data/sources,"
            " without .yml.",
        ),
    ],
)
def test_an_action_is_refused(old: str, new: str, message: str, problems: Problems) -> None:
    assert problems({**A_PLAN, FILE: ACTION.replace(old, new)}) == [f"{FILE}:{message}"]

"""Checks: until somebody can be reached, the editor is told so, and the site can be built."""

from __future__ import annotations

import pytest

from portal.checks import examine
from tests.conftest import Project

PRESS = "content/data/contacts/press.yml"
ROLE = "role: {nl: Vragen van de pers, en: Questions from the press}\n"


@pytest.mark.parametrize(
    ("reached_by", "advised"),
    [
        ("", True),
        ("name: The desk\n", True),
        ("mail: desk@example.org\n", False),
        ("phone: '+31 24 329 90 00'\n", False),
        ("url: https://example.org/press\n", False),
    ],
)
def test_a_contact_that_nobody_can_reach_is_advised_on(reached_by: str, advised: bool, project: Project) -> None:
    _, found = examine(project({PRESS: ROLE + reached_by}))
    about = [problem for problem in found if str(problem).startswith(PRESS)]
    assert bool(about) == advised


@pytest.mark.parametrize("address", ["desk", "desk@", "a b@example.org", "javascript:x@example", "<b>@example.org"])
def test_what_is_no_mail_address_is_refused(address: str, project: Project) -> None:
    _, found = examine(project({PRESS: f"{ROLE}mail: '{address}'\n"}))
    assert any("is not a mail address" in str(problem) for problem in found)


SECURITY = "content/data/contacts/security.yml"
HOLE = "role: {nl: Een lek melden, en: Report a hole}\nmail: hole@example.org\n"


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("", "must say until when it holds"),
        ("expires: 2026-11-20\n", "holds no longer since 20 November 2026"),
        ("expires: 2026-12-20\n", "This holds until 20 December 2026"),
        ("expires: 2028-01-01\n", "at most a year ahead"),
    ],
)
def test_security_txt_says_until_when_it_holds_and_the_editor_hears_when_that_ends(
    expires: str, said: str, project: Project
) -> None:
    _, found = examine(project({SECURITY: HOLE + expires}))
    assert [said in str(problem) for problem in found if str(problem).startswith(SECURITY)] == [True]


def test_security_txt_that_holds_for_half_a_year_needs_nothing(project: Project) -> None:
    _, found = examine(project({SECURITY: HOLE + "expires: 2027-06-01\n"}))
    assert [problem for problem in found if str(problem).startswith(SECURITY)] == []

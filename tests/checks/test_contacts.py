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

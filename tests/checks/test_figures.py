"""Checks of figures: a number without a definition or source is none, and what is withheld is on no page."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import page

FIGURE = """\
amount: 3
unit: {nl: mensen, en: people}
counted: {nl: Iedereen., en: Everybody.}
subject: care
source: a-source
"""
FILE = "content/data/figures/people.yml"


def test_a_figure_with_a_definition_and_a_source_is_in_order(problems: Problems) -> None:
    assert problems({FILE: FIGURE}) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "counted: {nl: Iedereen., en: Everybody.}\n",
            "'counted' is missing. Add what was counted exactly, where and when: a number without a definition is"
            " none. Write it in every language, below each other: 'nl: ...', 'en: ...'.",
        ),
        (
            "source: a-source\n",
            "'source' is missing. Add where the number can be read. Write the name of a file in content/data/sources,"
            " without .yml.",
        ),
    ],
)
def test_a_figure_without_a_definition_or_source_is_refused(line: str, message: str, problems: Problems) -> None:
    assert problems({FILE: FIGURE.replace(line, "")}) == [f"{FILE}:1: {message}"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            "withheld: {nl: Het klopt niet., en: It is wrong.}\n",
            f"'figures' names 'people', which may not be published: {FILE} says why. Take it out.",
        ),
        (
            "of: 7\n",
            "'figures' names 'people', a part of something ('of'), which cannot be drawn to scale. Take it out.",
        ),
    ],
)
def test_a_page_does_not_draw_every_figure(more: str, message: str, problems: Problems) -> None:
    files = {
        FILE: FIGURE + more,
        **{f"content/{locale}/index.md": page("Home", "figures: [people]") for locale in ("nl", "en")},
    }
    assert problems(files) == [f"content/{locale}/index.md:5: {message}" for locale in ("en", "nl")]

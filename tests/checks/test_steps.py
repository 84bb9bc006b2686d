"""Steps of the guide. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import Files

CIRCLE = "leads back to this step, so it can never be done. Take one of the steps out of the circle."
PHASE = "order: 1\nname: {nl: Week, en: Week}\nsummary: {nl: Een week., en: A week.}\ndrawing: week1\n"
STEP = """\
phase: week1
order: 10
title: {nl: Doe iets, en: Do something}
summary:
  nl: Een stap die alleen in deze test bestaat, en dat is genoeg.
  en: A step that exists in this test alone, and that is enough.
obligation: mandatory
why: {nl: Daarom., en: For a reason.}
official: a-source
sources: [a-source]
"""
"""Ten lines; what a test adds begins on line 11."""


def path(slug: str) -> str:
    return f"content/data/steps/{slug}.yml"


def steps(**added: str) -> Files:
    """A guide with a step for each name, and what is added to it."""
    return {"content/data/phases/week1.yml": PHASE, **{path(slug): STEP + lines for slug, lines in added.items()}}


def counted(start: str) -> str:
    return f"deadline:\n  days: 5\n  from: {start}\n  text: {{nl: Binnen vijf dagen, en: Within five days}}\n"


def test_a_step_is_in_order(problems: Problems) -> None:
    assert problems(steps(a=counted("arrival"), b=counted("departure"), c="needs: [a, b]\n" + counted("a"))) == []


def test_a_step_does_not_need_itself(problems: Problems) -> None:
    assert problems(steps(a="needs: [a]\n")) == [f"{path('a')}:11: 'needs' {CIRCLE}"]


def test_steps_do_not_need_each_other_in_a_circle(problems: Problems) -> None:
    files = steps(a="needs: [b]\n", b="needs: [c]\n", c="needs: [a]\n", outside="needs: [a]\n")
    assert problems(files) == [f"{path(slug)}:11: 'needs' {CIRCLE}" for slug in "abc"]


def test_two_ways_to_the_same_step_are_no_circle(problems: Problems) -> None:
    assert problems(steps(a="", b="needs: [a]\n", c="needs: [a]\n", d="needs: [b, c]\n")) == []


def test_deadlines_do_not_count_from_each_other(problems: Problems) -> None:
    files = steps(a=counted("b"), b=counted("a"), c=counted("c"))
    assert problems(files) == [f"{path(slug)}:11: 'deadline' {CIRCLE}" for slug in "abc"]


@pytest.mark.parametrize(
    ("line", "at", "field", "found", "missing", "guess"),
    [
        ("needs: ['0', regster]\n", 11, "needs", "regster", "steps/regster", "Did you mean 'register'?"),
        ("with: [hospitl]\n", 11, "with", "hospitl", "partners/hospitl", "Did you mean 'hospital'?"),
        (counted("arival"), 13, "deadline.from", "arival", "steps/arival", "Did you mean 'arrival'?"),
        (counted("regster"), 13, "deadline.from", "regster", "steps/regster", "Did you mean 'register'?"),
        ("facts:\n  - text: {nl: A., en: A.}\n    source: a-source\n    ask: a-sourc\n",
         14, "facts.ask", "a-sourc", "sources/a-sourc", "Did you mean 'a-source'?"),
    ],
)  # fmt: skip
def test_what_a_step_names_is_there(
    problems: Problems, line: str, at: int, field: str, found: str, missing: str, guess: str
) -> None:
    assert problems({**steps(a=line, register=""), path("0"): STEP}) == [
        f"{path('a')}:{at}: '{field}' names '{found}', but there is no content/data/{missing}.yml. {guess}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("phase: week1", "phase: weeek1", 1,
         "'phase' names 'weeek1', but there is no content/data/phases/weeek1.yml. Did you mean 'week1'?"),
        ("official: a-source", "official: a-sourc", 9,
         "'official' names 'a-sourc', but there is no content/data/sources/a-sourc.yml. Did you mean 'a-source'?"),
        ("obligation: mandatory", "obligation: must", 7,
         "'obligation' is 'must', which is not one of the choices. Allowed here: depends, mandatory, optional."),
    ],
)  # fmt: skip
def test_a_step_stands_somewhere(problems: Problems, old: str, new: str, line: int, message: str) -> None:
    assert problems({**steps(), path("a"): STEP.replace(old, new)}) == [f"{path('a')}:{line}: {message}"]


@pytest.mark.parametrize("span", ["", "  days: 5\n  months: 1\n"])
def test_a_deadline_counts_days_or_months(problems: Problems, span: str) -> None:
    line = counted("arrival").replace("  days: 5\n", span)
    assert problems(steps(a=line)) == [f"{path('a')}:11: 'deadline' must say either 'days' or 'months'. Keep one."]


@pytest.mark.parametrize("value", ["'5'", "true", "5.0"])
def test_a_number_of_days_is_a_number(problems: Problems, value: str) -> None:
    line = counted("arrival").replace("days: 5", f"days: {value}")
    assert problems(steps(a=line)) == [
        f"{path('a')}:12: 'deadline.days' is {value}. Write a number without quotes.",
    ]


def test_before_is_true_or_false(problems: Problems) -> None:
    assert problems(steps(a=counted("arrival") + "  before: 'true'\n")) == [
        f"{path('a')}:15: 'deadline.before' is 'true'. Write true or false, without quotes.",
    ]


def test_a_telephone_number_is_one_that_can_be_dialled(problems: Problems) -> None:
    phones = (
        "phones:\n  - {number: '112', whom: {nl: nood, en: help}}\n  - {number: 'ask us', whom: {nl: wij, en: us}}\n"
    )
    assert problems(steps(a=phones)) == [
        f"{path('a')}:13: 'phones.number' is 'ask us', which is not a telephone number. "
        "Write it in quotes as one dials it, such as '+31 24 329 90 00'."
    ]


def test_a_step_stands_after_the_steps_it_needs(problems: Problems) -> None:
    files = steps(a="", b="", c="needs: [b, a]\n")
    late = STEP.replace("order: 10", "order: 20")
    assert problems({**files, path("b"): late}) == [
        f"{path('c')}:11: 'needs' names 'b', which comes later in the guide. "
        "Give this step a later 'phase' or a higher 'order'."
    ]


@pytest.mark.parametrize("phase", ["counts: false\n", ""])
def test_a_deadline_counts_from_a_step_between_arrival_and_departure(problems: Problems, phase: str) -> None:
    files = {**steps(a="", b=counted("a")), "content/data/phases/week1.yml": PHASE + phase}
    assert problems(files) == (
        [
            f"{path('b')}:13: 'deadline.from' is 'a', from which no day can be counted. Count from arrival, departure, "
            "or from a step between the two, and not backwards."
        ]
        if phase
        else []
    )


def test_a_deadline_does_not_count_backwards_from_a_step(problems: Problems) -> None:
    (line,) = problems(steps(a="", b=counted("a").replace("  days", "  before: true\n  days")))
    assert line.startswith(f"{path('b')}:14: 'deadline.from' is 'a', from which no day can be counted.")

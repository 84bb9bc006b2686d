"""Eligibility checks. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems

FILE = "content/data/eligibility/a-check.yml"
CHECK = """\
title: {nl: Iets voor jou?, en: Something for you?}
summary:
  nl: Een check die alleen in deze test bestaat, en dat is meer dan genoeg.
  en: A check that exists in this test alone, and that is more than enough.
intro: {nl: Vragen., en: Questions.}
decided_by: a-source
day: first-day
questions:
  - {slug: abroad, kind: yes-no, text: {nl: Ver?, en: Far?}}
  - {slug: first-day, kind: date, text: {nl: Wanneer?, en: When?}}
  - {slug: pay, kind: number, text: {nl: Loon?, en: Pay?}}
  - slug: sponsor
    kind: choice
    text: {nl: Wie?, en: Who?}
    options:
      - {slug: small, text: {nl: Klein, en: Small}}
      - {slug: large, text: {nl: Groot, en: Large}}
facts:
  - slug: minimum-2026
    about: {nl: Minimum, en: Minimum}
    text: {nl: Het is 5.942 euro., en: "It is €5,942."}
    amount: 5942
    source: a-source
    valid_until: 2026-12-31
    series: minimum
rules:
  - when:
      - {question: abroad, op: is, value: no}
      - {question: sponsor, op: is-not, value: small}
    chance: unlikely
    answer: {nl: Nee., en: "No."}
    facts: [minimum-2026]
  - when:
      - {question: pay, op: at-least, amount: minimum}
      - {question: first-day, op: before, value: 2027-01-01}
    chance: good
    answer: {nl: Ja., en: "Yes."}
  - chance: unknown
    answer: {nl: Vraag het., en: Ask.}
sources: [a-source]
"""


def test_a_check_whose_parts_fit_is_in_order(problems: Problems) -> None:
    assert problems({FILE: CHECK}) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "kind: number, ",
            "kind: number, least: 24, most: 0, ",
            11,
            "'questions.most' is 0, but 'least' is 24, so no answer fits. Make 'most' the larger one.",
        ),
        (
            "question: abroad",
            "question: abraod",
            28,
            "'rules.when.question' names 'abraod', which is not a question of this check. Did you mean 'abroad'?",
        ),
        (
            "op: is,",
            "op: at-least,",
            28,
            "'rules.when.op' is 'at-least', which cannot be said of the answer to 'abroad'. Allowed here: is, is-not.",
        ),
        (
            "op: before,",
            "op: less-than,",
            35,
            "'rules.when.op' is 'less-than', which cannot be said of the answer to 'first-day'. "
            "Allowed here: on-or-after, before.",
        ),
        (
            "value: no}",
            "value: false}",
            28,
            "'rules.when.value' is false, but the answer to 'abroad' is yes or no. Did you mean 'no'?",
        ),
        (
            "value: small}",
            "value: smal}",
            29,
            "'rules.when.value' is 'smal', which is not one of the options of 'sponsor'. Did you mean 'small'?",
        ),
        (
            "amount: minimum}",
            "value: much}",
            34,
            "'rules.when.value' is 'much', but the answer to 'pay' is a number. Write one, without quotes.",
        ),
        (
            "value: 2027-01-01}",
            "value: 2027}",
            35,
            "'rules.when.value' is '2027', but the answer to 'first-day' is a date. "
            "Write it as 2027-01-01, without quotes.",
        ),
        (
            "amount: minimum}",
            "amount: maximum}",
            34,
            "'rules.when.amount' names 'maximum', but no facts of that 'series' state an 'amount' that a number can be "
            "compared with. Did you mean 'minimum'?",
        ),
        (
            ", amount: minimum}",
            "}",
            34,
            "The condition must have either 'value' or 'amount'. Keep one.",
        ),
        (
            "amount: minimum}",
            "amount: minimum, value: 3}",
            34,
            "The condition must have either 'value' or 'amount'. Keep one.",
        ),
        (
            "facts: [minimum-2026]",
            "facts: [minimum-2025]",
            32,
            "'rules.facts' names 'minimum-2025', which is not a fact of this check. Did you mean 'minimum-2026'?",
        ),
        (
            "    series: minimum\n",
            "",
            22,
            "The fact 'minimum-2026' has an 'amount' but no 'series', so no rule can use it. Add 'series'.",
        ),
        (
            "€5,942",
            "€5,924",
            22,
            "'facts.amount' is 5942, but the text does not say so in both languages. Make them the same.",
        ),
        (
            "kind: choice",
            "kind: yes-no",
            15,
            "The question 'sponsor' has 'options', but its kind is yes-no. Leave them out, or write 'kind: choice'.",
        ),
        (
            "kind: yes-no",
            "kind: choice",
            9,
            "The question 'abroad' is a choice without 'options'. Add them, each with 'slug' and 'text'.",
        ),
        (
            "      - {question: sponsor, op: is-not, value: small}\n",
            "",
            12,
            "No rule looks at the question 'sponsor'. Leave it out, or add a rule.",
        ),
        (
            "day: first-day",
            "day: first-dya",
            7,
            "'day' is 'first-dya', which is not a question for a date. Did you mean 'first-day'?",
        ),
        (
            "{slug: large,",
            "{slug: small,",
            17,
            "'options' names 'small' twice. Remove one.",
        ),
        (
            "{slug: first-day,",
            "{slug: pay,",
            11,
            "'questions' names 'pay' twice. Remove one.",
        ),
        (
            "  - chance: unknown",
            "  - when: []\n    chance: good\n    answer: {nl: Ja., en: Yes}\n  - chance: unknown",
            41,
            "This rule is never reached: the one before it has no conditions, so it is for everyone. "
            "Move that one to the end.",
        ),
        (
            "  - chance: unknown\n    answer: {nl: Vraag het., en: Ask.}\n",
            "",
            33,
            "No rule is for everyone, so some would get no answer. End with a rule without 'when'.",
        ),
        (
            "decided_by: a-source",
            "decided_by: a-sourc",
            6,
            "'decided_by' names 'a-sourc', but there is no content/data/sources/a-sourc.yml. Did you mean 'a-source'?",
        ),
        (
            "decided_by: a-source",
            "decided_by: a-source\nstep: move",
            7,
            "'step' names 'move', but there is no content/data/steps/move.yml.",
        ),
    ],
    ids=lambda value: None if isinstance(value, int) else value[:40],
)
def test_a_part_that_does_not_fit_is_a_problem(problems: Problems, old: str, new: str, line: int, message: str) -> None:
    assert old in CHECK
    found = problems({FILE: CHECK.replace(old, new, 1)})
    assert f"{FILE}:{line}: {message}" in found


def test_a_misspelt_op_is_met_with_those_that_there_are(problems: Problems) -> None:
    assert problems({FILE: CHECK.replace("op: at-least", "op: atleast")}) == [
        f"{FILE}:34: 'rules.when.op' is 'atleast', which is not one of the choices. Did you mean 'at-least'?"
    ]


def test_a_check_and_a_step_of_the_same_name_are_two_pages(problems: Problems) -> None:
    step = """\
phase: before
order: 1
title: {nl: Doe iets, en: Do something}
summary:
  nl: Een stap die alleen in deze test bestaat, en dat is meer dan genoeg.
  en: A step that exists in this test alone, and that is more than enough.
obligation: optional
why: {nl: Daarom., en: Because.}
official: a-source
sources: [a-source]
"""
    phase = "order: 1\nname: {nl: Ervoor, en: Before}\nsummary: {nl: Eerst., en: First.}\ndrawing: before\n"
    files = {
        "content/data/phases/before.yml": phase,
        "content/data/steps/a-check.yml": step,
        FILE: CHECK + "step: a-check\n",
    }
    assert problems(files) == []

"""Content, the real checks: which amounts they may use on a day, and that they say what the steps beside them say."""

from __future__ import annotations

import re
import statistics
from datetime import date

import pytest

from portal.checks.reading_level import LONGEST, MEDIAN, sentences
from portal.model import answers as eligibility
from portal.schema.eligibility import Eligibility, Fact
from portal.schema.step import Step
from tests.answers import Answers, answer
from tests.real_site import SITE

CHECKS = list(SITE.all(Eligibility).values())
AMOUNTS = [(check, fact) for check in CHECKS for fact in check.facts if fact.amount is not None]
each_amount = pytest.mark.parametrize(("check", "fact"), AMOUNTS, ids=[fact.slug for _, fact in AMOUNTS])


def _used(check: Eligibility, day: date) -> set[int | None]:
    """The amounts that any rule of a check compares with on a day."""
    series = {condition.amount for rule in check.rules for condition in rule.when if condition.amount}
    return {fact.amount for name in series for fact in eligibility.amounts(check, name, day)}


@pytest.mark.parametrize(
    ("slug", "day", "amounts"),
    [
        ("permit-routes", date(2026, 11, 21), {5942, 4357, 3122, 4754}),
        ("permit-routes", date(2026, 12, 31), {5942, 4357, 3122, 4754}),
        ("permit-routes", date(2027, 1, 1), set()),
        ("expat-ruling", date(2026, 12, 31), {50436, 38388}),
        ("expat-ruling", date(2027, 12, 31), {50436, 38388}),
        ("expat-ruling", date(2028, 1, 1), set()),
    ],
)
def test_an_amount_is_used_until_its_last_day_and_not_after(slug: str, day: date, amounts: set[int]) -> None:
    check = SITE.all(Eligibility)[slug]
    # A later amount in the same file is welcome; those that are named here come and go on their day.
    assert _used(check, day) & {fact.amount for fact in check.facts if _before_2028(fact)} == amounts


def _before_2028(fact: Fact) -> bool:
    return fact.valid_until is not None and fact.valid_until < date(2028, 1, 1)


def test_the_share_of_the_expat_ruling_changes_with_the_year() -> None:
    check = SITE.all(Eligibility)["expat-ruling"]
    (rule,) = [
        rule for rule in check.rules if {"rate-2024", "rate-2027"} <= set(rule.facts) and "exempt" not in rule.facts
    ]
    shares = [
        [fact.slug for fact in eligibility.facts(check, rule, day) if fact.series == "expat-ruling-rate"]
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert shares == [["rate-2024", "rate-2027"], ["rate-2027"]]


RESEARCHER: Answers = {"eu": "no", "long-stay": "yes", "work": "research", "first-day": "2027-02-01", "age": 31}


@pytest.mark.parametrize("salary", [2500, 5000])
@pytest.mark.parametrize("year_before", ["yes", "no"])
def test_a_postdoc_need_not_earn_what_a_highly_skilled_migrant_must(salary: int, year_before: str) -> None:
    contract: Answers = {"contract": "yes", "sponsor": "recognised", "orientation-year": year_before, "salary": salary}
    rule = answer(SITE.all(Eligibility)["permit-routes"], {**RESEARCHER, **contract}, date(2026, 11, 27))
    assert rule.chance == "good"
    assert "researcher permit" in rule.answer["en"]
    assert "vergunning voor onderzoekers" in rule.answer["nl"]


def test_who_comes_for_a_phd_on_a_grant_needs_no_contract() -> None:
    given = {**RESEARCHER, "contract": "no", "sponsor": "recognised"}
    rule = answer(SITE.all(Eligibility)["permit-routes"], given, date(2026, 11, 27))
    assert rule.chance == "possible"
    assert "grant" in rule.answer["en"]
    assert "beurs" in rule.answer["nl"]


@pytest.mark.parametrize("salary", [50436, 70000])
def test_an_amount_that_will_have_gone_up_promises_nothing(salary: int) -> None:
    given: Answers = {"recruited": "yes", "first-day": "2027-03-01", "distance": 500, "months": 24, "exempt": "no"}
    rule = answer(
        SITE.all(Eligibility)["expat-ruling"],
        {**given, "salary": salary, "age": 30, "master": "yes"},
        date(2026, 11, 27),
    )
    assert rule.chance == "possible"
    assert "after-tax-free-part" in rule.facts


@each_amount
def test_an_amount_stands_in_the_step_beside_it_for_the_same_days_and_from_the_same_source(
    check: Eligibility, fact: Fact
) -> None:
    assert check.step
    said = [
        other.text["en"]
        for other in SITE.all(Step)[check.step].facts
        if (other.valid_from, other.valid_until, other.source) == (fact.valid_from, fact.valid_until, fact.source)
    ]
    assert any(f"{fact.amount:,}" in text for text in said)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)
def test_an_answer_is_never_a_decision(check: Eligibility) -> None:
    """It says who decides, or whom to ask where nothing is decided."""
    for rule in check.rules:
        assert not re.search(r"\byou (?:are|will be) (?:entitled|granted)|\bwe decide\b", rule.answer["en"])
        if rule.chance in ("good", "possible") and rule is not check.rules[0]:
            assert re.search(r"\bdecides\b|\b[Aa]sk\b", rule.answer["en"])
            assert re.search(r"\bbeslist\b|\b[Vv]raag\b", rule.answer["nl"])


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)
def test_a_newcomer_can_read_it(check: Eligibility, locale: str) -> None:
    texts = [check.summary, check.intro, *(rule.answer for rule in check.rules), *(fact.text for fact in check.facts)]
    texts += [text for question in check.questions for text in (question.text, question.help) if text]
    lengths = [len(sentence.split()) for text in texts for sentence in sentences(text[locale])]
    assert max(lengths) <= LONGEST
    assert statistics.median(lengths) <= MEDIAN

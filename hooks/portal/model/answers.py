"""Eligibility checks on a day: the facts that a rule rests on, and what its conditions compare with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.model import shelf_life
from portal.schema.eligibility import Condition, Eligibility, Fact, Rule


def facts(check: Eligibility, rule: Rule, day: date) -> list[Fact]:
    """The facts of a rule, as its page shows them on a day: where one was replaced, what took its place."""
    series = {condition.amount for condition in rule.when if condition.amount}
    used = [fact for fact in check.facts if fact.slug in rule.facts or fact.series in series]
    shown = [check.facts[item.index] for item in shelf_life.on(check.facts, day)]
    replaced = {fact.series for fact in used if fact.series and fact not in shown}
    return [fact for fact in shown if fact in used or fact.series in replaced]


def amounts(check: Eligibility, series: str, day: date) -> list[Fact]:
    """The amounts of a series that may be used on a day: what has run out is not, what is to come is.

    Without a question for the reader's own day only what holds on this day is.
    """
    return [
        fact
        for fact in check.facts
        if fact.series == series
        and fact.amount is not None
        and (fact.valid_until or date.max) >= day
        and (check.day or (fact.valid_from or date.min) <= day)
    ]


def conditions(check: Eligibility, rule: Rule, day: date) -> list[dict[str, Any]]:
    """The conditions of a rule for the script of the page, dates as ISO text."""
    return [_condition(check, condition, day) for condition in rule.when]


def _condition(check: Eligibility, condition: Condition, day: date) -> dict[str, Any]:
    data: dict[str, Any] = {"question": condition.question, "op": condition.op}
    if condition.amount:
        return data | {"amounts": _limits(check, amounts(check, condition.amount, day))}
    value = condition.value
    return data | {"value": value.isoformat() if isinstance(value, date) else value}


def _limits(check: Eligibility, stated: Sequence[Fact]) -> list[dict[str, Any]]:
    limits = []
    for fact in stated:
        limit: dict[str, Any] = {"amount": fact.amount}
        if check.day and fact.valid_from:
            limit["from"] = fact.valid_from.isoformat()
        if check.day and fact.valid_until:
            limit["until"] = fact.valid_until.isoformat()
        limits.append(limit)
    return limits

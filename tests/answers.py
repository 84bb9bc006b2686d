"""What an eligibility check answers, worked out from what its page gives to the script.

The browser tests put the same answers to the page itself, so the two cannot drift apart.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from portal.model import answers
from portal.schema.eligibility import Eligibility, Rule

Answers = Mapping[str, str | int]
"""An answer to each question: yes, no, a choice, a number, or a day as ISO text."""

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": operator.eq,
    "is-not": operator.ne,
    "at-least": operator.ge,
    "more-than": operator.gt,
    "at-most": operator.le,
    "less-than": operator.lt,
    "on-or-after": operator.ge,  # ISO text sorts by time
    "before": operator.lt,
}


def answer(check: Eligibility, given: Answers, built: date) -> Rule:
    """The rule that answers somebody on the page as it was built on a day."""
    return next(
        rule
        for rule in check.rules
        if all(_holds(check, condition, given) for condition in answers.conditions(check, rule, built))
    )


def _holds(check: Eligibility, condition: Mapping[str, Any], given: Answers) -> bool:
    limit = condition.get("value")
    if "amounts" in condition:
        day = str(given[check.day]) if check.day else ""
        fits = (
            amount["amount"]
            for amount in condition["amounts"]
            if (amount.get("from") or "") <= day <= (amount.get("until") or "9999")
        )
        limit = next(fits, None)
    return limit is not None and _COMPARE[condition["op"]](given[condition["question"]], limit)

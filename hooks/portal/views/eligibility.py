"""Eligibility checks: the questions, the rules in order, and the facts they rest on, as of the day of the build."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.model import answers as checks
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.eligibility import Condition, Eligibility, Question, Rule
from portal.schema.source import Source
from portal.schema.step import Phase, Step
from portal.views import view
from portal.words import formats


@view(Eligibility)
def eligibility(site: Site, page: Page[Eligibility]) -> Mapping[str, Any]:
    """What the page of a check shows."""
    check = page.about
    step = site.all(Step)[check.step] if check.step else None
    return {
        "check": check,
        "rules": [_rule(site, page.locale, check, rule) for rule in check.rules],
        "authority": site.all(Source)[check.decided_by],
        "step": site.page_of(step, page.locale) if step else None,
        "phase": site.all(Phase)[step.phase] if step else None,
    }


def _rule(site: Site, locale: str, check: Eligibility, rule: Rule) -> Mapping[str, Any]:
    """A rule: for the script, and in words."""
    day = site.day
    questions = {question.slug: question for question in check.questions}
    asked = [(questions[condition.question], condition) for condition in rule.when]
    return {
        "rule": rule,
        "when": checks.conditions(check, rule, day),
        "words": [
            (question, condition.op, _words(site, locale, check, question, condition)) for question, condition in asked
        ],
        "facts": checks.facts(check, rule, day),
    }


def _words(site: Site, locale: str, check: Eligibility, question: Question, condition: Condition) -> str:
    """What an answer is compared with. An amount is named and not repeated: it stands with its dates below."""
    if condition.amount:
        stated = next(fact for fact in check.facts if fact.series == condition.amount)
        return site.string("eligibility.amount", locale, about=stated.about[locale])
    match condition.value:
        case date() as day:
            return formats.day(day, site.territory(locale))
        case int() | float() as number:
            written = formats.number(number, site.territory(locale))
            return f"{written} {question.unit[locale]}" if question.unit else written
        case value:
            named = {option.slug: option.text[locale] for option in question.options}
            return named.get(str(value)) or site.string(f"answer.{value}", locale)

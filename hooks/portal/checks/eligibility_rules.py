"""Eligibility checks: questions, facts and rules fit together, and everyone gets an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.model.site import Site
from portal.schema.eligibility import Condition, Eligibility, Question
from portal.words.problem import Problem, guess
from portal.words.wording import Phrase

OPS: Mapping[str, tuple[str, ...]] = {
    "yes-no": ("is", "is-not"),
    "choice": ("is", "is-not"),
    "number": ("at-least", "more-than", "at-most", "less-than"),
    "date": ("on-or-after", "before"),
}
"""How the answers to each kind of question can be compared."""

_At = tuple[str | int, ...]


def check(site: Site) -> Iterator[Problem]:
    """What is wrong within each check; what it names elsewhere is looked at with the references."""
    for entry in site.all(Eligibility).values():
        yield from _questions(entry)
        yield from _facts(entry)
        yield from _rules(entry)


def _questions(entry: Eligibility) -> Iterator[Problem]:
    yield from _twice(entry, ("questions",), [question.slug for question in entry.questions])
    asked = {condition.question for rule in entry.rules for condition in rule.when} | {entry.day}
    for i, question in enumerate(entry.questions):
        at: _At = ("questions", i)
        yield from _twice(entry, (*at, "options"), [option.slug for option in question.options])
        if (question.kind == "choice") != bool(question.options):
            key = "eligibility.no-options" if question.kind == "choice" else "eligibility.options"
            yield entry.file.problem(key, *at, "options", found=question.slug, kind=question.kind)
        if question.least > question.most:
            yield entry.file.problem("eligibility.range", *at, "most", least=question.least, most=question.most)
        if question.slug not in asked:
            yield entry.file.problem("eligibility.idle", *at, "slug", found=question.slug)
    days = [question.slug for question in entry.questions if question.kind == "date"]
    if entry.day and entry.day not in days:
        yield entry.file.problem("eligibility.day", "day", found=entry.day, guess=guess(entry.day, days))


def _facts(entry: Eligibility) -> Iterator[Problem]:
    yield from _twice(entry, ("facts",), [fact.slug for fact in entry.facts])
    for i, fact in enumerate(entry.facts):
        if fact.amount is None:
            continue
        if not fact.series:
            yield entry.file.problem("eligibility.no-series", "facts", i, "amount", found=fact.slug)
        if any(fact.amount not in _numbers(text) for _, text in fact.text.items()):
            yield entry.file.problem("eligibility.not-in-text", "facts", i, "amount", found=fact.amount)


def _rules(entry: Eligibility) -> Iterator[Problem]:
    facts = [fact.slug for fact in entry.facts]
    for i, rule in enumerate(entry.rules):
        for j, condition in enumerate(rule.when):
            yield from _condition(entry, ("rules", i, "when", j), condition)
        for j, slug in enumerate(rule.facts):
            if slug not in facts:
                words = {"found": slug, "guess": guess(slug, facts)}
                yield entry.file.problem("eligibility.fact", "rules", i, "facts", j, **words)
    last = len(entry.rules) - 1
    everyone = next((i for i, rule in enumerate(entry.rules) if not rule.when), None)
    if everyone is None:
        yield entry.file.problem("eligibility.not-everyone", "rules", last)
    elif everyone < last:
        yield entry.file.problem("eligibility.never", "rules", everyone + 1)


def _condition(entry: Eligibility, at: _At, condition: Condition) -> Iterator[Problem]:
    questions = {question.slug: question for question in entry.questions}
    question = questions.get(condition.question)
    if question is None:
        words = {"found": condition.question, "guess": guess(condition.question, questions)}
        yield entry.file.problem("eligibility.question", *at, "question", **words)
        return
    if condition.op not in OPS[question.kind]:
        words = {"found": condition.op, "question": question.slug, "allowed": ", ".join(OPS[question.kind])}
        yield entry.file.problem("eligibility.op", *at, "op", **words)
    if (condition.value is None) == (condition.amount is None):
        yield entry.file.problem("eligibility.value-or-amount", *at)
    elif condition.amount:
        series = {fact.series for fact in entry.facts if fact.series and fact.amount is not None}
        if question.kind != "number" or condition.amount not in series:
            words = {"found": condition.amount, "guess": guess(condition.amount, series)}
            yield entry.file.problem("eligibility.amount", *at, "amount", **words)
    elif not _fits(question, condition.value):
        words = {"found": _shown(condition.value), "question": question.slug, "guess": _guess(question, condition)}
        yield entry.file.problem(f"eligibility.value.{question.kind}", *at, "value", **words)


def _fits(question: Question, value: object) -> bool:
    """Whether a value can be an answer to a question."""
    match question.kind:
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "date":
            return isinstance(value, date)
        case _:
            return value in _choices(question)


def _choices(question: Question) -> list[str]:
    return [option.slug for option in question.options] if question.kind == "choice" else ["yes", "no"]


def _guess(question: Question, condition: Condition) -> Phrase | str:
    value = {True: "yes", False: "no"}[condition.value] if isinstance(condition.value, bool) else condition.value
    return guess(str(value), _choices(question))


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _twice(entry: Eligibility, at: _At, slugs: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, slug in enumerate(slugs):
        if slug in seen:
            yield entry.file.problem("twice-in-list", *at, i, "slug", found=slug, field=at[-1])
        seen.add(slug)


def _numbers(text: str) -> list[int]:
    """The whole numbers in a text, whether it writes 5.942 or 5,942."""
    return [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d{1,3}(?:[.,]\d{3})+|\d+", text)]

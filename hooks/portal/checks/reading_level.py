"""Reading level: sentences that are too long in what a newcomer must understand. Advice to an editor, not a mistake."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.model.site import Site
from portal.schema.eligibility import Eligibility
from portal.schema.fields import Localized
from portal.schema.step import Step
from portal.schema.term import Term
from portal.words.problem import Place, Problem
from portal.words.wording import Tongue

MEDIAN = 15
"""Of the sentences of a page, half have at most so many words."""
LONGEST = 25

_Text = tuple[Localized | None, tuple[str | int, ...]]
"""A text, and where it stands in its file."""

_END = re.compile(r"(?<=[.!?])[\"')\u2019\u201d]*\s+(?=[\"'(\u2018\u201c]*[^\W_a-z])")


@dataclass(frozen=True)
class _Sentence:
    """A sentence with the place where an editor finds it."""

    words: int
    text: str
    file: Place
    at: tuple[str | int, ...]


def sentences(text: str) -> list[str]:
    """The sentences of a plain text. A point within a word, as in `Business.gov.nl` or `1.116`, ends none."""
    return [sentence for sentence in _END.split(text) if _words(sentence)]


def check(site: Site) -> Iterator[Problem]:
    """Sentences of steps, checks and terms that are too long, and pages whose sentences are too long on the whole."""
    for locale in site.languages:
        pages = [[*_of_step(step, locale)] for step in site.all(Step).values()]
        pages += [[*_of_check(check, locale)] for check in site.all(Eligibility).values()]
        pages.append([sentence for term in site.all(Term).values() for sentence in _of_term(term, locale)])
        for page in pages:
            yield from _of_page(page, locale)


def _of_page(page: list[_Sentence], locale: str) -> Iterator[Problem]:
    words = {"language": Tongue(locale)}
    for sentence in page:
        if sentence.words > LONGEST:
            start = " ".join(sentence.text.split()[:4])
            found = {"count": sentence.words, "limit": LONGEST, "start": start}
            yield sentence.file.problem("reading-level.long", *sentence.at, **words, **found)
    if page and (median := statistics.median(sentence.words for sentence in page)) > MEDIAN:
        longest = max(page, key=lambda sentence: sentence.words)
        found = {"median": f"{median:g}", "limit": MEDIAN}
        yield longest.file.problem("reading-level.median", *longest.at, **words, **found)


def _of_step(step: Step, locale: str) -> Iterator[_Sentence]:
    """What stands on the page of a step, its title aside."""
    texts: list[_Text] = [
        (step.summary, ("summary",)),
        (step.why, ("why",)),
        *((text, ("how", i)) for i, text in enumerate(step.how)),
        *((text, ("papers", i)) for i, text in enumerate(step.papers)),
        (step.deadline.text if step.deadline else None, ("deadline", "text")),
        (step.if_not, ("if_not",)),
        *((fact.text, ("facts", i, "text")) for i, fact in enumerate(step.facts)),
        (step.cost, ("cost",)),
        (step.place, ("place",)),
        (step.contact, ("contact",)),
    ]
    return _sentences(step.file, texts, locale)


def _of_check(check: Eligibility, locale: str) -> Iterator[_Sentence]:
    """What stands on the page of an eligibility check, its title and the answers to choose from aside."""
    texts: list[_Text] = [
        (check.summary, ("summary",)),
        (check.intro, ("intro",)),
        *((question.text, ("questions", i, "text")) for i, question in enumerate(check.questions)),
        *((question.help, ("questions", i, "help")) for i, question in enumerate(check.questions)),
        *((fact.text, ("facts", i, "text")) for i, fact in enumerate(check.facts)),
        *((rule.answer, ("rules", i, "answer")) for i, rule in enumerate(check.rules)),
    ]
    return _sentences(check.file, texts, locale)


def _of_term(term: Term, locale: str) -> Iterator[_Sentence]:
    return _sentences(term.file, [(term.definition, ("definition",))], locale)


def _sentences(file: Place, texts: Iterable[_Text], locale: str) -> Iterator[_Sentence]:
    for text, at in texts:
        for sentence in sentences(text[locale]) if text and locale in text else ():
            yield _Sentence(_words(sentence), sentence, file, (*at, locale))


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())

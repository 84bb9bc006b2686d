"""What visitors ask the search page, and where in its answer the right page stands."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from playwright.sync_api import Page as Tab

from tests.conftest import ROOT
from tests.real_site import SITE

QUESTIONS = ROOT / "tests/search/questions.yml"
ANSWERED = "asked => document.querySelector('p[data-status]').textContent.includes(`‘${asked}’`)"
LINKS = "links => links.map((link) => new URL(link.href).pathname + new URL(link.href).hash)"


@dataclass(frozen=True)
class Answer:
    """What came of a question."""

    locale: str
    asked: str
    wanted: str
    """The address that should be found."""
    found: tuple[str, ...]
    """The addresses of the first results."""

    @property
    def place(self) -> int:
        """At which place it was found, from 1; 0 when it was not among the first results."""
        return self.found.index(self.wanted) + 1 if self.wanted in self.found else 0


def ask(tab: Tab, locale: str, question: str) -> tuple[str, ...]:
    """The addresses of the first results of a question, asked on a search page that is open."""
    field = tab.locator("[data-search] [name=q]")
    field.fill(question)
    field.press("Enter")
    tab.wait_for_function(ANSWERED, arg=question)
    return tuple(tab.locator(".found a").evaluate_all(LINKS))


def ask_all(tab: Tab) -> list[Answer]:
    """Every question, in the one tab."""
    answers = []
    for locale, questions in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")).items():
        tab.goto(SITE.pages[locale, "search/index"].address)
        for question in questions:
            key, mark, anchor = question["page"].partition("#")
            wanted = f"{SITE.pages[locale, key].address}{mark}{anchor}"
            asked = str(question["ask"])
            answers.append(Answer(locale, asked, wanted, ask(tab, locale, asked)))
    return answers

"""Content, the real files: what the checks answer people who come here, in both languages.

Which steps and dates the planner shows each of them is seen where its script runs, in the browser tests.
"""

from __future__ import annotations

from datetime import date

import pytest

from portal.schema.eligibility import Eligibility
from tests.answers import answer
from tests.personas import PERSONAS, Answer, Persona
from tests.real_site import SITE

BUILT = date(2026, 11, 27)
ANSWERS = [(persona, slug, said) for persona in PERSONAS for slug, said in persona.answers.items()]
each_answer = pytest.mark.parametrize(
    ("persona", "slug", "said"), ANSWERS, ids=[f"{persona} {slug}" for persona, slug, _ in ANSWERS]
)
each_locale = pytest.mark.parametrize("locale", SITE.languages)


@each_answer
def test_a_check_gives_everyone_their_chance(persona: Persona, slug: str, said: Answer) -> None:
    assert answer(SITE.all(Eligibility)[slug], said.given, BUILT).chance == said.chance


@each_locale
@each_answer
def test_a_check_tells_everyone_why_in_their_language(persona: Persona, slug: str, said: Answer, locale: str) -> None:
    assert said.words[locale] in answer(SITE.all(Eligibility)[slug], said.given, BUILT).answer[locale]

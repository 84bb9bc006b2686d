"""Relations and verbs. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems

RELATION = "content/data/relations/hospital-works-with.yml"
VERB = "content/data/verbs/works-with.yml"


def relation(from_: str = "hospital", to: str = "university") -> str:
    return f"from: {from_}\nverb: works-with\nto: [{to}]\nsources: [a-source]\n"


@pytest.mark.parametrize(
    ("text", "line", "field"), [(relation(from_="hospitl"), 1, "from"), (relation(to="university, hospitl"), 3, "to")]
)
def test_both_ends_of_a_relation_exist(problems: Problems, text: str, line: int, field: str) -> None:
    assert problems({RELATION: text}) == [
        f"{RELATION}:{line}: '{field}' names 'hospitl', but there is no content/data/partners/hospitl.yml. "
        "Did you mean 'hospital'?"
    ]


def test_a_relation_has_two_different_ends(problems: Problems) -> None:
    assert problems({RELATION: relation(to="university, hospital")}) == [
        f"{RELATION}:3: 'to' names 'hospital', which is also 'from'. A relation needs two ends."
    ]


def test_a_relation_is_said_once(problems: Problems) -> None:
    path = "content/data/relations/the-same.yml"
    assert problems({path: relation()}) == [
        f"{path}:3: This relation (hospital works-with university) already stands in {RELATION}. Say it once."
    ]


def test_a_slug_has_one_meaning(problems: Problems) -> None:
    text = "A programme that exists in this test alone, and that is enough."
    programme = f'name: Hospital\nsummary: {{nl: "{text}", en: "{text}"}}\nsources: [a-source]\n'
    assert problems({"content/data/programmes/hospital.yml": programme}) == [
        "content/data/programmes/hospital.yml:1: 'hospital' is also content/data/partners/hospital.yml. "
        "A relation could mean either; rename one."
    ]


@pytest.mark.parametrize(
    "sentence",
    ["{from} werkt.", "{from} werkt met {to} en {to}.", "{from} werkt met {ot}.", "{from} {to} {", "{to}{}{from}"],
)
def test_a_verb_names_both_ends_once(problems: Problems, sentence: str) -> None:
    good = "'{from} {to}'"
    text = f"forward:\n  nl: '{sentence}'\n  en: {good}\nbackward:\n  nl: {good}\n  en: {good}\n"
    assert problems({VERB: text}) == [
        f"{VERB}:2: 'forward.nl' must hold {{from}} and {{to}} once each, and no other braces."
    ]

"""Terms of the glossary. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems

TERM = """\
name: {name}
definition: {{nl: Wat het is., en: What it is.}}
forms: {{nl: [], en: [{form}]}}
sources: [a-source]
"""


@pytest.mark.parametrize("form", ["number", "Number", "two"])
def test_a_form_belongs_to_one_term(problems: Problems, form: str) -> None:
    files = {
        "content/data/terms/one.yml": TERM.format(name="One", form="number"),
        "content/data/terms/two.yml": TERM.format(name="Two", form=form),
    }
    told = [
        "content/data/terms/two.yml:1: 'number' is a form of content/data/terms/one.yml too, so a text could mean "
        "either. Take it out of one."
    ]
    assert problems(files) == (told if form.lower() == "number" else [])

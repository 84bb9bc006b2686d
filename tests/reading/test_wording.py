"""What the command says. Hook layer: each message is there in both languages, and the code names none that is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from portal.words.wording import advice_groups, editor_locale, editor_locales, phrase, say, wording
from tests.claims import every
from tests.conftest import ROOT

MODULES = sorted((ROOT / "hooks").rglob("*.py"))
_SPEAKERS = {"say", "phrase", "problem", "_broken", "refused"}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def keys(module: Path) -> Iterator[str]:
    """The first argument of everything that words a message, where it is written out."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in _SPEAKERS and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def test_a_message_says_the_same_in_every_language() -> None:
    for key, message in wording().items():
        assert set(message.texts) == set(editor_locales()), key
        assert len({frozenset(placeholders(text)) for text in message.texts.values()}) == 1, key


def test_advice_stands_below_a_heading() -> None:
    groups = {message.advice for message in wording().values() if message.advice}
    assert groups == set(advice_groups())


def test_a_phrase_is_said_in_the_language_that_is_asked_for() -> None:
    said = phrase("future-day", field="as_of", found="2027-01-01", day=date(2026, 11, 21))
    assert said.text("nl").startswith("'as_of' is 2027-01-01, maar vandaag is het 21 november 2026.")
    assert said.text("en").startswith("'as_of' is 2027-01-01, but today is 21 November 2026.")


def test_a_phrase_within_a_phrase_is_said_in_the_same_language() -> None:
    said = phrase("unknown-field", field="nam", guess=phrase("guess", near="name"))
    assert said.text("nl") == "'nam' is geen veld. Bedoel je 'name'?"


def test_what_cannot_be_said_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be said"):
        phrase("guess", near=object()).text("en")


@every("module", MODULES, lambda module: module.relative_to(ROOT).as_posix())
def test_the_code_names_no_message_that_is_not_there(module: Path) -> None:
    assert sorted(set(keys(module)) - set(wording())) == []


def test_no_message_is_left_over() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in MODULES)

    def used(key: str) -> bool:
        return f'"{key}"' in code or f'"{key.rpartition(".")[0]}.{{' in code

    assert [key for key in wording() if not used(key)] == []


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "nl_NL.UTF-8", "PORTAL_LANG": "en"}, "en"),
        ({"LC_MESSAGES": "en_US.UTF-8", "PORTAL_LANG": "NL"}, "nl"),
    ],
)
def test_the_machine_tells_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], locale: str
) -> None:
    for name in ("PORTAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert editor_locale() == locale


def test_what_is_filled_in_is_not_read_again() -> None:
    assert say("guess", near="{near}{0}") == "Did you mean '{near}{0}'?"

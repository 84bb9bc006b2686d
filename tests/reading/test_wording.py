"""What the command says. Hook layer: each message is there in both languages, and the code names none that is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from portal.words.wording import editor_locale, say, wording
from tests.conftest import ROOT

MODULES = sorted((ROOT / "hooks").rglob("*.py"))
_SPEAKERS = {"say", "problem", "_broken", "refused"}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def keys(module: Path) -> Iterator[str]:
    """The first argument of everything that words a message, where it is written out."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in _SPEAKERS and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


@pytest.mark.parametrize("key", sorted(wording()))
def test_a_message_says_the_same_in_both_languages(key: str) -> None:
    texts = wording()[key]
    assert sorted(texts) == ["en", "nl"]
    assert placeholders(texts["nl"]) == placeholders(texts["en"])


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
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

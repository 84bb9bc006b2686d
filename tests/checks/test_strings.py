"""Short texts of the templates. Hook layer: small sites are read, nothing is built; messages to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems

NL, EN = "content/data/strings/nl.yml", "content/data/strings/en.yml"


def test_the_same_texts_in_both_languages_are_in_order(problems: Problems) -> None:
    assert problems({NL: "a: '{count} mensen'\n", EN: "a: 'People: {count}'\n"}) == []


def test_a_text_that_one_language_lacks_is_a_problem(problems: Problems) -> None:
    assert problems({NL: "a: x\nb: y\n", EN: "a: x\nc: z\n"}) == [
        f"{EN}:1: 'b' is missing. It stands in {NL}; translate it here.",
        f"{NL}:1: 'c' is missing. It stands in {EN}; translate it here.",
    ]


def test_a_text_with_another_placeholder_is_a_problem(problems: Problems) -> None:
    assert problems({NL: "a: x\nb: '{aantal} mensen'\n", EN: "a: x\nb: '{count} people'\n"}) == [
        f"{EN}:2: 'b' has the placeholders count, and aantal in {NL}. They must be the same."
    ]


def test_a_text_without_the_placeholder_is_a_problem(problems: Problems) -> None:
    assert problems({NL: "a: '{count}'\n", EN: "a: x\n"}) == [
        f"{EN}:1: 'a' has the placeholders nothing, and count in {NL}. They must be the same."
    ]


def test_a_text_that_is_no_text_is_a_problem(problems: Problems) -> None:
    assert problems({NL: "a: 3\n", EN: "a: x\n"}) == [
        f"{NL}:1: 'a' is not text. Write text, in quotes if it looks like a number."
    ]


def test_a_file_that_is_not_there_is_a_problem(problems: Problems) -> None:
    assert problems({NL: None}) == [
        f"{NL}:1: The file cannot be read (No such file or directory). "
        "Check where it is kept and whether it is open elsewhere."
    ]


@pytest.mark.parametrize("text", ["{count", "count}", "{}", "{0}", "{count:>9}", "{a.b}"])
def test_a_brace_that_cannot_be_filled_in_is_a_problem(problems: Problems, text: str) -> None:
    assert problems({NL: f"a: '{text}'\n", EN: "a: x\n"}) == [
        f"{NL}:1: 'a' has a brace that is not part of something like {{count}}. "
        "Close it, or write {{ or }} for a brace that is shown."
    ]


def test_a_brace_that_is_shown_is_in_order(problems: Problems) -> None:
    assert problems({NL: "a: '{{x}} {count}'\n", EN: "a: '{count}'\n"}) == []

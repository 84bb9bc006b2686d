"""Dates and lists in both languages. Hook layer: values in, text out."""

from __future__ import annotations

from datetime import date

import pytest

from portal.words.formats import capitalized, day, listed, partial_date


@pytest.mark.parametrize(("locale", "text"), [("nl", "1 november 2026"), ("en_GB", "1 November 2026")])
def test_a_day_is_written_out(locale: str, text: str) -> None:
    assert day(date(2026, 11, 1), locale) == text


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        ("2026", "2026", "2026"),
        ("2025-03", "maart 2025", "March 2025"),
        ("2025-10-06", "6 oktober 2025", "6 October 2025"),
    ],
)
def test_a_partial_date_says_no_more_than_it_knows(value: str, nl: str, en: str) -> None:
    assert (partial_date(value, "nl_NL"), partial_date(value, "en_GB")) == (nl, en)


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (0, [], []),
        (1, [0], [0]),
        (2, [0, " en ", 1], [0, " and ", 1]),
        (3, [0, ", ", 1, " en ", 2], [0, ", ", 1, " and ", 2]),
    ],
)
def test_a_list_has_the_words_of_the_language_between_its_items(count: int, nl: list[object], en: list[object]) -> None:
    assert listed(count, "nl_NL") == nl
    assert listed(count, "en_GB") == en


def test_a_list_of_more_than_ten_keeps_its_order() -> None:
    assert [item for item in listed(12, "nl_NL") if isinstance(item, int)] == list(range(12))


@pytest.mark.parametrize(("text", "result"), [("de gemeente", "De gemeente"), ("", ""), ("NXP", "NXP"), ("één", "Één")])
def test_a_sentence_starts_with_a_capital(text: str, result: str) -> None:
    assert capitalized(text) == result

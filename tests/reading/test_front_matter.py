"""A page taken apart into fields and text. Hook layer: strings in, nothing is built."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.content.front_matter import read_page

PATH = PurePosixPath("content/nl/over.md")


def problems(text: str) -> list[str]:
    return list(map(str, read_page(text, PATH).fields.problems))


def test_a_page_is_its_fields_and_its_text() -> None:
    page = read_page("---\ntitle: Over\n---\nText.\n", PATH)
    assert page.fields.data == {"title": "Over"}
    assert page.body == "Text.\n"


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    page = read_page("---\ntitle: Over\nslug: over\n---\n\nText.\n", PATH)
    assert page.fields.place.line("slug") == 3
    assert page.body_line == 5


def test_the_lines_may_end_as_on_windows() -> None:
    page = read_page("---\r\ntitle: Over\r\n---\r\nText.\r\n", PATH)
    assert page.fields.data == {"title": "Over"}
    assert page.body == "Text.\r\n"


def test_a_line_in_the_text_does_not_end_the_fields_again() -> None:
    assert read_page("---\ntitle: Over\n---\nOne.\n\n---\n\nTwo.\n", PATH).body == "One.\n\n---\n\nTwo.\n"


def test_a_rare_line_separator_does_not_shift_the_lines() -> None:
    assert read_page("---\ntitle: a\u2028b\n---\nText.\n", PATH).body_line == 4


@pytest.mark.parametrize("text", ["Text.\n", "title: Over\n---\nText.\n", " ---\ntitle: Over\n---\n", "\n---\n"])
def test_a_page_without_fields_is_refused(text: str) -> None:
    assert problems(text) == [
        "content/nl/over.md:1: The page does not start with '---'. "
        "Begin with a line '---', the fields ('title: ...'), and a line '---'."
    ]


def test_fields_that_are_not_closed_are_refused() -> None:
    assert problems("---\ntitle: Over\n\nText.\n") == [
        "content/nl/over.md:1: The fields at the top are not closed. Add a line '---' below the last one."
    ]


def test_a_mistake_in_the_fields_has_the_line_of_the_file() -> None:
    assert problems("---\ntitle: Over\ntitle: Over\n---\n") == [
        "content/nl/over.md:3: 'title' stands here twice (first on line 2). Remove one."
    ]


@given(st.lists(st.sampled_from(["---", "...", "\n", "a: b", "\r\n", " ", "x", "\u2028", "'", "[", "&a"])).map("".join))
def test_any_text_gives_a_page_or_problems_on_its_lines(text: str) -> None:
    page = read_page(text, PATH)
    assert text.endswith(page.body)
    assert all(1 <= problem.line <= len(text.splitlines()) + 1 for problem in page.fields.problems)
    if not page.fields.problems:
        assert page.body_line == text[: len(text) - len(page.body)].count("\n") + 1


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    assert problems(text) == ["content/nl/over.md:1: The file is empty. Write a page, or delete the file."]

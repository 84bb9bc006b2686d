"""How much of anything there may be. Hook layer: small sites are read, nothing is built."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from portal.checks import examine
from tests.checks.conftest import Problems
from tests.conftest import PARTNER, SOURCE, STORY, make_project, page

STORY_FILE = "content/en/stories/a-story.md"

BUSY = ["[", "[^", "[a](", "![", "[a][", "[[]", "[x](<", "a:\n: ", "=\n", "-\n", "x\n===\n", "1. ", "- ", "> ", "*_",
        "`", "&#", "|a|b\n", "    - a\n", " ", "\t"]  # fmt: skip
"""Each of these, twenty kilobytes of it, keeps the renderer busy for seconds or ends in an error without a limit."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("busy"))


@pytest.mark.parametrize("unit", BUSY)
def test_no_text_keeps_the_check_busy(root: Path, unit: str) -> None:
    text = STORY.format(title="A story", slug="a-story") + "\n" + unit * (20_000 // len(unit))
    (root / STORY_FILE).write_text(text, encoding="utf-8")
    started = time.process_time()  # not the clock on the wall, which other programs hold up
    examine(root)
    assert time.process_time() - started < 2


def test_a_list_three_hundred_deep_is_refused_at_its_line(problems: Problems) -> None:
    body = "Text.\n\n" + "".join(f"{'    ' * depth}- deeper\n" for depth in range(300))
    (line,) = problems({"content/en/index.md": page("Home", body=body)})[:1]
    assert line.endswith("Take away some of the spaces or signs at the start of the line.") or "KB of text" in line


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("Text.\n\n" + "[" * 201, ":8: This paragraph or list has more than 200 square brackets."),
        ("Text.\n\n" + "> " * 13 + "a", ":8: This is nested deeper than 12 levels."),
        ("Text.\n\n" + " " * 49 + "a", ":8: This is nested deeper than 12 levels."),
        ("a line\n" * 401, ":6: This paragraph, list or table does not end. Use at most 400 lines,"),
        ("A paragraph.\n\n" * 5000, ":6: The file holds 68 KB of text. Use at most 64; make two pages of it."),
    ],
)
def test_what_is_too_much_is_said_at_its_line(problems: Problems, body: str, message: str) -> None:
    (line,) = problems({"content/en/index.md": page("Home", body=body)})
    assert line.startswith(f"content/en/index.md{message}"), line


def test_what_people_write_is_not_too_much(problems: Problems) -> None:
    links = "\n".join(f"- [a link](https://www.example.nl/{number})" for number in range(99))
    body = f"{links}\n\n" + "".join(f"{'    ' * depth}- deeper\n" for depth in range(5))
    assert (
        problems({"content/en/index.md": page("Home", body=body), "content/nl/index.md": page("Thuis", body=body)})
        == []
    )


def test_a_word_that_no_card_can_show_is_refused(problems: Problems) -> None:
    (line,) = problems({STORY_FILE: STORY.format(title="w" * 200, slug="a-story")})
    assert line == (
        f"{STORY_FILE}:2: 'title' has a word of 200 characters. Use at most 60; it cannot be shown on a phone."
    )


def test_a_title_longer_than_anything_shows_is_refused(problems: Problems) -> None:
    (line,) = problems({STORY_FILE: STORY.format(title="word " * 400, slug="a-story")})
    assert line == f"{STORY_FILE}:2: 'title' has 1999 characters. Use at most 200."


def test_a_text_in_a_data_file_has_a_limit(problems: Problems) -> None:
    text = SOURCE.replace("A publisher", "p" * 5001)
    (line,) = problems({"content/data/sources/a-source.yml": text})
    assert line == "content/data/sources/a-source.yml:2: 'publisher' has 5001 characters. Use at most 5000."


def test_a_list_in_a_data_file_has_a_limit(problems: Problems) -> None:
    text = PARTNER + f"aliases: [{', '.join(f'a{number}' for number in range(1001))}]\n"
    (line,) = problems({"content/data/partners/hospital.yml": text})
    assert line.endswith("'aliases' has 1001 items. Use at most 1000.")

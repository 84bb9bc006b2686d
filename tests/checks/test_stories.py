"""Checks of stories: one stands on top, and a series joins at least two."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import STORY

SERIES = """\
name: {nl: Een serie, en: A series}
summary:
  nl: Een serie die alleen in deze test bestaat, en dat is genoeg.
  en: A series that exists in this test alone, and that is enough.
"""


def stories(*names: str, line: str) -> dict[str, str]:
    """Stories in both languages with a line more in their front matter."""
    return {
        f"content/{locale}/stories/{name}.md": STORY.format(title=name, slug=name).replace("place:", f"{line}\nplace:")
        for name in names
        for locale in ("nl", "en")
    }


def test_one_story_may_be_featured(problems: Problems) -> None:
    assert problems(stories("first", line="featured: true")) == []


def test_a_second_featured_story_is_refused(problems: Problems) -> None:
    assert problems(stories("first", "second", line="featured: true")) == [
        f"content/{locale}/stories/second.md:7: 'featured: true' also stands in content/{locale}/stories/first.md."
        " One story stands on top of the list; keep one."
        for locale in ("en", "nl")
    ]


def test_a_story_is_featured_in_both_languages(problems: Problems) -> None:
    files = stories("first", line="featured: true")
    files["content/en/stories/first.md"] = STORY.format(title="first", slug="first")
    assert problems(files) == [
        "content/en/stories/first.md:2: 'featured' is only in the Dutch page ('true')."
        " Add it here too, or take it out there."
    ]


def test_featured_is_true_or_false(problems: Problems) -> None:
    found = problems(stories("first", line="featured: yes"))
    assert {line.split(": ", 1)[1] for line in found} == {"'featured' is 'yes'. Write true or false, without quotes."}


def test_a_story_names_a_series_that_is_there(problems: Problems) -> None:
    files = {**stories("first", "second", line="series: a-seris"), "content/data/series/a-series.yml": SERIES}
    found = problems(files)
    assert (
        "content/nl/stories/first.md:7: 'series' names 'a-seris', but there is no content/data/series/a-seris.yml."
        " Did you mean 'a-series'?"
    ) in found


@pytest.mark.parametrize("names", [(), ("first",)])
def test_a_series_of_fewer_than_two_stories_is_refused(names: tuple[str, ...], problems: Problems) -> None:
    files = {**stories(*names, line="series: a-series"), "content/data/series/a-series.yml": SERIES}
    assert problems(files) == [
        "content/data/series/a-series.yml:1: Fewer than two stories name this series. Write 'series: a-series' in each"
        " of its stories, or delete this file."
    ]


def test_two_stories_are_a_series(problems: Problems) -> None:
    files = {**stories("first", "second", line="series: a-series"), "content/data/series/a-series.yml": SERIES}
    assert problems(files) == []


def test_a_story_cannot_take_the_address_of_a_page_of_the_list(problems: Problems) -> None:
    files = stories(*(f"story-{i}" for i in range(12)), "pagina-2", line="place_: x")
    files = {path: text.replace("place_: x\n", "") for path, text in files.items()}
    assert problems(files) == [
        "content/nl/stories/pagina-2.md:4: The address /verhalen/pagina-2/ is already that of"
        " content/nl/stories/index.md. Choose another 'slug'."
    ]

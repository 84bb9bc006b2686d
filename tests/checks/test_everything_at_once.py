"""The checks together. Hook layer: small sites are read, nothing is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.checks import read_site
from portal.words.problem import ContentError
from tests.checks.conftest import Problems
from tests.conftest import PARTNER, SOURCE, STORY, Files

HOSPITAL = "content/data/partners/hospital.yml"


def test_the_small_site_of_these_tests_is_in_order(problems: Problems) -> None:
    assert problems({}) == []


def test_every_problem_is_told_at_once_and_sorted_by_file_and_line(problems: Problems) -> None:
    files = {
        HOSPITAL: PARTNER.replace("kind: hospital", "kind: hospitaal") + "sumary: x\n",
        "content/data/sources/b-source.yml": SOURCE.replace("lang: en\n", ""),
        "content/nl/stories/a-story.md": None,
        "content/en/index.md": "No fields.\n",
    }
    places = [line.split(": ")[0] for line in problems(files)]
    assert places == [
        "content/data/partners/hospital.yml:2",
        "content/data/partners/hospital.yml:8",
        "content/data/sources/b-source.yml:1",
        "content/en/index.md:1",
        "content/nl/stories/a-story.md:1",
    ]


BROKEN = "title: 'a\n"


@pytest.mark.parametrize(
    ("broken", "files"),
    [
        (HOSPITAL, {}),
        ("content/data/partners/university.yml", {}),
        ("content/data/verbs/works-with.yml", {}),
        ("content/data/clusters/health.yml", {}),
        ("content/nl/clusters/health.md", {}),
        ("content/nl/stories/a-story.md", {}),
        ("content/en/stories/a-story.md", {}),
        ("content/nl/index.md", {}),
        ("content/en/404.md", {}),
        ("content/data/strings/nl.yml", {}),
        (
            "content/en/stories/a-story.md",
            {
                "content/data/redirects.yml": "redirects:\n  - {from: /old/, to: /en/stories/a-story/}\n",
                "content/data/published.txt": "/en/stories/a-story/\n",
            },
        ),
        (
            "content/en/stories/b-story.md",
            {
                "content/nl/stories/b-story.md": STORY.format(title="B", slug="b"),
                "content/en/stories/a-story.md": STORY.format(title="A", slug="a") + "[B](b-story.md#part)\n",
            },
        ),
    ],
)
def test_who_refers_to_a_file_with_a_problem_is_not_blamed_too(problems: Problems, broken: str, files: Files) -> None:
    lines = problems({**files, broken: BROKEN if broken.endswith(".yml") else f"---\n{BROKEN}---\n"})
    assert [line.split(":")[0] for line in lines] == [broken]


def test_a_source_with_a_problem_is_blamed_alone(problems: Problems) -> None:
    assert problems({"content/data/sources/a-source.yml": SOURCE.replace("checked: 2026-11-21\n", "")}) == [
        "content/data/sources/a-source.yml:1: 'checked' is missing. Add the day on which somebody read it: 2026-11-21."
    ]


def test_a_folder_that_is_no_project_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_site(tmp_path)
    assert str(caught.value) == (
        "mkdocs.yml:1: The file is missing. There is no content/ and mkdocs.yml here. Go to the folder of the project."
    )

"""Days still to come where one looks back. Hook layer: nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from portal.desk.cli import main
from tests.checks.conftest import Problems
from tests.conftest import PARTNER, SOURCE, Project, page

MIDNIGHT = "1795215600"
"""The first second of 21 November 2026 in Nijmegen, when it is still the 20th in Greenwich."""
FILES = {
    "content/nl/index.md": page("Voorpagina").replace("2026-11-21", "2027-11-21"),
    "content/en/index.md": page("Home").replace("2026-11-21", "2027-11-21"),
    "content/data/sources/a-source.yml": SOURCE.replace("2026-11-21", "2026-11-22"),
    "content/data/partners/hospital.yml": PARTNER
    + "facts:\n  - {text: {nl: Bel., en: Call.}, source: a-source, checked: 2028-01-01}\n",
}
LINES = [
    f"{place} is {found}, but today is 21 November 2026. Write a day that has been: is the year right?"
    for place, found in (
        ("content/data/partners/hospital.yml:9: 'facts.checked'", "2028-01-01"),
        ("content/data/sources/a-source.yml:5: 'checked'", "2026-11-22"),
        ("content/en/index.md:4: 'as_of'", "2027-11-21"),
        ("content/nl/index.md:4: 'as_of'", "2027-11-21"),
    )
]


def checked(project: Project, *arguments: str, **environment: str) -> Result:
    """What `portal check` says about the days, on 21 November 2026."""
    environment = {"SOURCE_DATE_EPOCH": MIDNIGHT, **environment}
    return CliRunner().invoke(main, ["--root", str(project(FILES)), "check", *arguments], env=environment)


@pytest.mark.parametrize("arguments", [[], ["--on", "2029-01-01"], ["--on", "2026-01-01"]], ids=str)
def test_a_day_that_is_still_to_come_is_told_whatever_day_one_asks_about(
    project: Project, arguments: list[str]
) -> None:
    result = checked(project, *arguments)
    assert result.stderr.splitlines()[:6] == ["", "Advice: days that are still to come (4)", *LINES]
    assert result.exit_code == 0, "a build must not hang on the clock of the machine"


def test_today_is_not_still_to_come(project: Project) -> None:
    root = project()
    result = CliRunner().invoke(main, ["--root", str(root), "check"], env={"SOURCE_DATE_EPOCH": MIDNIGHT})
    assert result.stderr == ""


def test_a_dutch_editor_reads_it_in_dutch(project: Project) -> None:
    assert checked(project, PORTAL_LANG="nl").stderr.splitlines()[1:3] == [
        "Advies: dagen die nog moeten komen (4)",
        "content/data/partners/hospital.yml:9: 'facts.checked' is 2028-01-01, maar vandaag is het 21 november 2026. "
        "Schrijf een dag die al is geweest: klopt het jaar?",
    ]


def test_a_day_of_another_century_is_a_mistake(problems: Problems) -> None:
    files = {path: str(FILES[path]).replace("2027", "1026") for path in ("content/nl/index.md", "content/en/index.md")}
    assert problems(files) == [
        f"content/{locale}/index.md:4: 'as_of' is 1026-11-21, before there was a web. Is the year right?"
        for locale in ("en", "nl")
    ]

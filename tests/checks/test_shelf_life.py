"""Facts that run out, as `portal check` tells it. Hook layer: nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portal.desk.cli import main
from portal.schema.entry import Statement
from portal.schema.source import Source
from tests.checks.conftest import Problems
from tests.command import portal
from tests.conftest import PARTNER, ROOT, SOURCE, Files, make_project
from tests.real_site import SITE

HOSPITAL = "content/data/partners/hospital.yml"
FACTS = """\
facts:
  - about: {nl: Prijs van de kaart, en: Price of the card}
    text: {nl: In 2026 kost de kaart 5 euro., en: In 2026 the card costs 5 euros.}
    source: a-source
    valid_until: 2026-12-31
    series: card
  - text: {nl: Bel 024 123., en: Call 024 123.}
    source: a-source
    volatile: true
"""
NEXT = """\
  - about: {nl: Prijs van de kaart, en: Price of the card}
    text: {nl: Daarna 6 euro., en: After that 6 euros.}
    source: a-source
    valid_from: 2027-01-01
    series: card
"""
SOON = (
    f"{HOSPITAL}:9: 'Price of the card' runs out after 31 December 2026, and nothing takes its place yet. "
    "Look at https://www.example.nl/a."
)
OVERDUE = (
    f"{HOSPITAL}:9: 'Price of the card' ran out: it is not true any more since 1 January 2027, and nothing takes its "
    "place. Look at https://www.example.nl/a and add the new one."
)
UNCHECKED = (
    f"{HOSPITAL}:14: 'Call 024 123.' may change any day and was last checked on 21 November 2026. "
    "Look at https://www.example.nl/a and renew 'checked'."
)


def files(facts: str = FACTS) -> Files:
    return {HOSPITAL: PARTNER + facts}


@pytest.fixture(scope="module")
def running_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a fact that runs out and one that wants to be read again."""
    return make_project(tmp_path_factory.mktemp("facts") / "project", files())


def checked(root: Path, *arguments: str, **environment: str) -> Result:
    """What `portal check` says, without the start of a Python for each."""
    return CliRunner().invoke(main, ["--root", str(root), "check", *arguments], env=environment)


def late(count: int, day: str) -> list[str]:
    """The heading of what is late, set apart so that it does not look like a mistake."""
    return ["", f"Advice: facts that have run out or want to be read again on {day} ({count})"]


def coming(count: int, day: str) -> list[str]:
    """The heading of what runs out soon."""
    return ["", f"Advice: facts that run out within 60 days of {day} ({count})"]


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        ("2026-11-01", []),
        ("2026-11-02", [*coming(1, "2 November 2026"), SOON]),
        ("2026-12-31", [*coming(1, "31 December 2026"), SOON]),
        ("2027-01-01", [*late(1, "1 January 2027"), OVERDUE]),
        ("2027-05-20", [*late(1, "20 May 2027"), OVERDUE]),
        ("2027-05-21", [*late(2, "21 May 2027"), OVERDUE, UNCHECKED]),
    ],
)
def test_check_lists_what_runs_out_around_a_day(running_out: Path, day: str, lines: list[str]) -> None:
    result = checked(running_out, "--on", day)
    assert result.stderr.splitlines() == lines
    assert result.exit_code == 0
    assert re.fullmatch(r"The content is in order: 18 pages, \d+ entries, checked in [\d.]+ s\.\n", result.stdout)


def test_in_strict_each_line_names_a_file(running_out: Path) -> None:
    assert checked(running_out, "--strict", "--on", "2027-05-21").stderr.splitlines() == [OVERDUE, UNCHECKED]
    assert checked(running_out, "--strict", "--on", "2026-12-31").stderr.splitlines() == [SOON]


def test_advice_stands_below_the_good_news() -> None:
    # Both streams in one, as in a window.
    result = subprocess.run(
        [str(Path(sys.executable).with_name("portal")), "check", "--on", "2027-01-01"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True,
    )  # fmt: skip
    ok, empty, heading, *_ = result.stdout.splitlines()
    assert ok.startswith("The content is in order")
    assert (empty, heading[:8]) == ("", "Advice: ")


def test_a_fact_with_a_source_of_its_own_names_both(tmp_path: Path) -> None:
    other = SOURCE.replace("www.example.nl/a", "www.example.nl/desk")
    root = make_project(
        tmp_path / "project",
        {
            **files(FACTS.replace("    series: card\n", "    series: card\n    ask: desk\n")),
            "content/data/sources/desk.yml": other,
        },
    )
    where = "https://www.example.nl/a (or https://www.example.nl/desk)"
    assert checked(root, "--on", "2026-12-31").stderr.splitlines()[2:] == [
        SOON.replace("https://www.example.nl/a", where)
    ]
    kijk = "Kijk op https://www.example.nl/a (of https://www.example.nl/desk)."
    assert checked(root, "--on", "2026-12-31", PORTAL_LANG="nl").stderr.splitlines()[2].endswith(kijk)


@pytest.mark.parametrize(
    ("day", "code"), [("2026-12-31", 0), ("2027-01-01", 1), ("2027-05-21", 1)], ids=["soon", "overdue", "unchecked"]
)
def test_strict_is_for_what_is_late_alone(running_out: Path, day: str, code: int) -> None:
    result = checked(running_out, "--strict", "--on", day)
    assert result.exit_code == code
    assert result.stdout.startswith("The content is in order") == (code == 0)


def test_today_is_the_day_of_the_build(running_out: Path) -> None:
    result = checked(running_out, SOURCE_DATE_EPOCH="1798758000")  # midnight in Nijmegen, not in Greenwich
    assert result.stderr.splitlines() == [*late(1, "1 January 2027"), OVERDUE]


def test_a_dutch_editor_reads_it_in_dutch(running_out: Path) -> None:
    result = checked(running_out, "--on", "2027-01-01", PORTAL_LANG="nl")
    assert result.stderr.splitlines() == [
        "",
        "Advies: feiten die op 1 januari 2027 zijn verlopen of opnieuw gelezen moeten worden (1)",
        f"{HOSPITAL}:9: 'Prijs van de kaart' is verlopen: het klopt niet meer sinds 1 januari 2027 en er staat niets "
        "voor in de plaats. Kijk op https://www.example.nl/a en voeg het nieuwe toe.",
    ]


def test_what_is_no_day_is_refused(running_out: Path) -> None:
    result = checked(running_out, "--on", "2027-02-30")
    assert result.exit_code == 2
    assert "'2027-02-30' does not match the format '%Y-%m-%d'." in result.stderr


def test_a_fact_that_is_replaced_asks_for_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", files(FACTS + NEXT))
    for day in ("2026-12-31", "2027-01-01"):
        assert checked(root, "--strict", "--on", day).stderr == ""


def test_a_fact_that_can_run_out_says_what_it_is_about(problems: Problems) -> None:
    nameless = FACTS.replace("  - about: {nl: Prijs van de kaart, en: Price of the card}\n    text", "  - text")
    assert problems(files(nameless)) == [
        f"{HOSPITAL}:9: The statement has 'valid_until' but no 'about'. Add two or three words, so that the page can "
        "say what has changed."
    ]


def test_a_fact_does_not_end_before_it_begins(problems: Problems) -> None:
    text = FACTS.replace("    series: card\n", "    valid_from: 2027-01-01\n")
    assert problems(files(text)) == [
        f"{HOSPITAL}:9: 'valid_until' is before 'valid_from'. Swap them, or mend one.",
    ]


def _without_successor(last: date) -> list[str]:
    """The statements of the real content that hold until a day with nothing of their series after it, as a message."""
    lines = []
    for entry in (entry for entries in SITE.content.entries.values() for entry in entries.values()):
        facts: tuple[Statement, ...] = getattr(entry, "facts", ())
        after = {fact.series for fact in facts if fact.valid_from == last + timedelta(days=1)}
        for i, fact in enumerate(facts):
            if fact.valid_until == last and fact.about and (fact.series is None or fact.series not in after):
                own, ask = SITE.all(Source)[fact.source].url, SITE.all(Source)[fact.ask or fact.source].url
                where = own if own == ask else f"{own} (or {ask})"
                lines.append(
                    f"{entry.file.path}:{entry.file.line('facts', i)}: '{fact.about['en']}' ran out: it is not true "
                    f"any more since 1 January 2027, and nothing takes its place. "
                    f"Look at {where} and add the new one."
                )
    return sorted(lines)


def test_the_real_content_is_not_late_on_the_day_of_these_tests() -> None:
    assert portal("check", "--strict", cwd=ROOT).returncode == 0


def test_the_real_content_names_what_is_late_on_new_years_day() -> None:
    # Until editors add the amounts of 2027, that is more than nothing.
    expected = _without_successor(date(2026, 12, 31))
    result = portal("check", "--strict", "--on", "2027-01-01", cwd=ROOT)
    assert sorted(line for line in result.stderr.splitlines() if " ran out: " in line) == expected
    assert result.returncode == (1 if expected else 0)

"""Pages that say too often that something is not known. Hook layer: small sites are read, nothing is built."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from portal.desk.cli import main
from portal.words.doubts import doubts, languages
from tests.checks.test_steps import PHASE, STEP, path
from tests.conftest import Files, Project, page
from tests.real_site import SITE

ADVICE = "Advice: pages that say more than once that something is not known"


def _both(*lines: str) -> Files:
    return {
        "content/en/a-page.md": page("A page", body="\n".join((*lines, ""))),
        "content/nl/a-page.md": page("Een pagina", body="Een tekst.\n"),
    }


def advice(project: Project, files: Files) -> list[str]:
    """What `portal check` advises about doubts."""
    said = CliRunner().invoke(main, ["--root", str(project(files)), "check"], env={"PORTAL_LANG": "en"}).stderr
    lines: Sequence[str] = said.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith(ADVICE)), len(lines))
    return [line for line in lines[start + 1 :] if line]


def test_one_doubt_on_a_page_is_honest(project: Project) -> None:
    assert advice(project, _both("We do not know when it opens.")) == []


def test_a_second_doubt_is_told_with_its_line_and_both_phrases(project: Project) -> None:
    files = _both("We do not know when it opens.", "", "It is not known", "who pays.")
    (line,) = advice(project, files)
    at = str(files["content/en/a-page.md"]).splitlines().index("It is not known") + 1
    assert line.startswith(f"content/en/a-page.md:{at}: The page in English says 2 times")
    assert "'We do not know'" in line
    assert "'is not known'" in line


def test_a_page_in_dutch_is_read_in_dutch(project: Project) -> None:
    files = {
        "content/nl/a-page.md": page("Een pagina", body="Dat weten we niet. We vonden er geen bericht over.\n"),
        "content/en/a-page.md": page("A page"),
    }
    (line,) = advice(project, files)
    assert line.startswith("content/nl/a-page.md:")
    assert "in Dutch" in line


def test_the_fields_of_an_entry_count_wherever_they_stand(project: Project) -> None:
    doubting = (
        "if_not: {nl: Dan niet., en: We do not know.}\n"
        "facts:\n  - text: {nl: Een feit., en: It is unclear.}\n    source: a-source\n"
    )
    files = {"content/data/phases/week1.yml": PHASE, path("a"): STEP + doubting}
    (line,) = advice(project, files)
    at = files[path("a")].splitlines().index("  - text: {nl: Een feit., en: It is unclear.}") + 1
    assert line.startswith(f"{path('a')}:{at}: The page in English says 2 times")


def test_a_doubt_in_the_note_of_a_source_does_not_count(project: Project) -> None:
    source = (
        "title: A source\npublisher: Somebody\nlang: en\nchecked: 2026-11-21\n"
        "note: {nl: Wij vonden geen datum. Zonder datum., en: We did not find a date. It is undated.}\n"
    )
    assert advice(project, {"content/data/sources/a-source.yml": source}) == []


@pytest.mark.parametrize("locale", SITE.languages)
def test_every_language_of_the_site_has_its_phrases(locale: str) -> None:
    assert locale in languages()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nl", "Wat daarna kwam, weten we niet."),
        ("nl", "We weten niet wat het kost."),
        ("nl", "Daarover hebben we nog geen bronnen gelezen."),
        ("nl", "Een datum vonden we niet."),
        ("nl", "De prijs is niet bekend."),
        ("nl", "Een pagina zonder datum."),
        ("nl", "Dit is niet in Nijmegen."),
        ("en", "We do not know what came after that."),
        ("en", "We don't know."),
        ("en", "We have not looked into it."),
        ("en", "We found nothing about it."),
        ("en", "An undated page."),
        ("en", "It is not yet clear."),
        ("en", "Ask whether the desk is still open."),
        ("en", "This is not in Nijmegen."),
    ],
)
def test_a_phrase_of_not_knowing_is_recognized_once(locale: str, text: str) -> None:
    assert len(list(doubts(text, locale))) == 1


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nl", "Ken je een woord niet? Zoek het op."),
        ("nl", "Weet je het nog niet zeker?"),
        ("nl", "Neem je paspoort mee, want zonder paspoort kan het niet."),
        ("nl", "Je hebt geen visum nodig."),
        ("en", "Not sure yet? Then fill in the day you expect."),
        ("en", "You need no visa and no residence permit."),
        ("en", "A driving licence does not count."),
        ("en", "Do not rely on your credit card."),
    ],
)
def test_what_a_reader_does_not_know_or_need_is_no_doubt_of_ours(locale: str, text: str) -> None:
    assert list(doubts(text, locale)) == []


@given(st.text())
def test_any_text_can_be_looked_through_in_any_language(text: str) -> None:
    for locale in (*SITE.languages, "xx"):
        assert all(match.group() for match in doubts(text, locale))

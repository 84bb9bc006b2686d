"""Sentences that are too long. Hook layer: texts and small sites are read, nothing is built; messages are quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from portal.checks.reading_level import sentences
from portal.desk.cli import main
from tests.checks.test_eligibility import CHECK, FILE
from tests.checks.test_steps import PHASE, STEP, path
from tests.conftest import Files, Project

TERM = """\
name: BSN
definition:
  nl: {nl}
  en: {en}
sources: [a-source]
"""


def words(count: int) -> str:
    """A sentence of so many words."""
    return " ".join(["Word", *["word"] * (count - 2), "end."])


def checked(root: Path, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *arguments], env=environment)


def guide(step: str = "", nl: str = "Een nummer.", en: str = "A number.") -> Files:
    return {
        "content/data/phases/week1.yml": PHASE,
        path("a"): STEP + step,
        "content/data/terms/bsn.yml": TERM.format(nl=nl, en=en),
    }


def test_a_sentence_of_25_words_is_the_longest(project: Project) -> None:
    assert checked(project(guide(f"if_not: {{nl: Dan niet., en: {words(25)}}}\n"))).stderr == ""


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (f"if_not:\n  nl: Dan niet.\n  en: {words(26)}\n", 13),
        (f"how:\n  - {{nl: Een., en: One.}}\n  - nl: Twee.\n    en: {words(26)}\n", 14),
        (f"papers:\n  - {{nl: Een., en: {words(26)}}}\n", 12),
        (f"cost: {{nl: Gratis., en: {words(26)}}}\n", 11),
        (f"place: {{nl: Hier., en: {words(26)}}}\n", 11),
        (f"contact: {{nl: Zo., en: {words(26)}}}\n", 11),
        (f"deadline:\n  days: 1\n  from: arrival\n  text:\n    nl: Morgen.\n    en: {words(26)}\n", 16),
        (f"facts:\n  - text:\n      nl: Een feit.\n      en: {words(26)}\n    source: a-source\n", 14),
    ],
)
def test_a_longer_sentence_of_a_step_is_told_with_its_line(project: Project, lines: str, at: int) -> None:
    assert checked(project(guide(lines))).stderr.splitlines() == [
        "",
        "Advice: sentences to shorten (1)",
        f"{path('a')}:{at}: A sentence in English has 26 words ('Word word word word ...'). "
        "Use at most 25: make two of it.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("en: Questions.", f"en: {words(26)}", 5),
        ("en: Far?", f"en: {words(26)}", 9),
        ("text: {nl: Loon?", f"help: {{nl: Bruto., en: {words(26)}}}, text: {{nl: Loon?", 11),
        ('en: "It is €5,942."', 'en: "It is €5,942' + 23 * " and" + '."', 21),
        ("en: Ask.", f"en: {words(26)}", 39),
    ],
)
def test_a_longer_sentence_of_a_check_is_told_with_its_line(project: Project, old: str, new: str, at: int) -> None:
    assert old in CHECK
    told = checked(project({FILE: CHECK.replace(old, new)})).stderr.splitlines()
    (line,) = [line for line in told if "words" in line]
    assert line.startswith(f"{FILE}:{at}: A sentence in English has 26 words (")


def test_a_sentence_of_a_term_is_told_in_its_language(project: Project) -> None:
    root = project(guide(nl=f"Een nummer. Je eigen. Nog een. {words(30)}"))
    assert checked(root, PORTAL_LANG="nl").stderr.splitlines() == [
        "",
        "Advies: zinnen om in te korten (1)",
        "content/data/terms/bsn.yml:3: Een zin in het Nederlands heeft 30 woorden ('Word word word word ...'). "
        "Gebruik er hooguit 25: maak er twee van.",
    ]


@pytest.mark.parametrize(("count", "told"), [(15, False), (16, True)])
def test_half_of_the_sentences_of_the_glossary_have_at_most_15_words(project: Project, count: int, told: bool) -> None:
    root = project(guide(en=f"{words(3)} {words(count)} {words(20)}"))
    message = (
        "content/data/terms/bsn.yml:4: The middle sentence of the page in English has 16 words. "
        "Use at most 15: shorten the long ones, such as this one."
    )
    assert checked(root).stderr.splitlines() == (["", "Advice: sentences to shorten (1)", message] if told else [])


def test_half_of_the_sentences_of_a_step_have_at_most_15_words(project: Project) -> None:
    papers = "".join(f"  - {{nl: Een., en: {words(length)}}}\n" for length in (17, 18, 19, 20))
    assert checked(project(guide(f"papers:\n{papers}"))).stderr.splitlines() == [
        "",
        "Advice: sentences to shorten (1)",
        f"{path('a')}:15: The middle sentence of the page in English has 17.5 words. "
        "Use at most 15: shorten the long ones, such as this one.",
    ]


def test_the_title_of_a_step_does_not_count(project: Project) -> None:
    files = {**guide(), path("a"): STEP.replace("en: Do something", f"en: {words(40)}")}
    assert "sentence" not in checked(project(files)).stderr


def test_a_long_sentence_is_no_mistake_not_even_in_strict(project: Project) -> None:
    result = checked(project(guide(f"if_not: {{nl: Dan niet., en: {words(26)}}}\n")), "--strict")
    assert result.exit_code == 0
    assert result.stdout.startswith("The content is in order")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ga erheen. Neem je paspoort mee.", 2),
        ("Kom je hier werken? Vraag het na!", 2),
        ("Lees Business.gov.nl en betaal 1.116 euro.", 1),
        ("Lees digid.nl. Daar staat het.", 2),
        ("Kies samen: dit, dat of iets anders.", 1),
        ('"Mag ik me hier inschrijven?" Vraag dat.', 2),
        ("Dat kan (soms.) Vraag het.", 2),
        ("In 2025. 30 dagen later.", 2),
        ("Een naam als 't Hof is geen einde.", 1),
        ("Bel bijv. de gemeente.", 1),
        ("Zonder punt", 1),
        ("...", 0),
    ],
)
def test_a_text_falls_apart_into_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.lists(st.integers(2, 40), min_size=1, max_size=8))
def test_sentences_are_counted_as_they_were_put_together(lengths: list[int]) -> None:
    found = sentences(" ".join(map(words, lengths)))
    assert [len(sentence.split()) for sentence in found] == lengths

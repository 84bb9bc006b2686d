"""Pages in two languages. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import STORY, Files, page

NL, EN = "content/nl/stories/a-story.md", "content/en/stories/a-story.md"
DUTCH = STORY.format(title="Een verhaal", slug="een-verhaal")
ENGLISH = STORY.format(title="A story", slug="a-story")
NUMBER = "key_number: {{value: '{}', label: banen, definition: Alle banen., source: a-source}}\nsources:"


@pytest.mark.parametrize(
    ("missing", "language", "twin", "locale"), [(NL, "Dutch", EN, "en"), (EN, "English", NL, "nl")]
)
def test_a_page_without_a_twin_is_a_problem(
    problems: Problems, missing: str, language: str, twin: str, locale: str
) -> None:
    assert problems({missing: None}) == [
        f"{missing}:1: The page is missing. It is the {language} of {twin}. "
        f"Write it, or put 'only: {locale}' in {twin}."
    ]


def test_a_page_may_say_that_it_has_no_twin(problems: Problems) -> None:
    assert problems({NL: DUTCH.replace("slug:", "only: nl\nslug:"), EN: None}) == []


def test_a_page_that_says_so_has_no_twin(problems: Problems) -> None:
    assert problems({NL: DUTCH.replace("slug:", "only: nl\nslug:")}) == [
        f"{NL}:4: 'only: nl' stands here, but {EN} exists. Remove the line, or that file."
    ]


def test_a_page_speaks_for_its_own_language(problems: Problems) -> None:
    assert problems({NL: DUTCH.replace("slug:", "only: en\nslug:"), EN: None}) == [
        f"{NL}:4: 'only: en' stands in a page in another language. Write 'only: nl'."
    ]


@pytest.mark.parametrize(
    ("field", "change", "here", "there", "line"),
    [
        ("as_of", ("2026-11-20", "2026-11-19"), "'2026-11-19'", "'2026-11-20'", 5),
        ("place", ("place: nijmegen", "place: netherlands"), "'netherlands'", "'nijmegen'", 7),
        ("partners", ("[hospital]", "[hospital, university]"), "[hospital, university]", "[hospital]", 8),
    ],
)
def test_a_fact_is_the_same_in_both_languages(
    problems: Problems, field: str, change: tuple[str, str], here: str, there: str, line: int
) -> None:
    assert problems({EN: ENGLISH.replace(*change)}) == [
        f"{EN}:{line}: '{field}' is {here} here and {there} in {NL}:{line}. "
        "It is a fact, so it must be the same in both languages."
    ]


@pytest.mark.parametrize(
    ("locale", "extra", "message"),
    [
        ("en", NL, "'town' is only in the Dutch page ('Wijchen'). Add it here too, or take it out there."),
        ("en", EN, "'town' is only in this page ('Wijchen'). Add it to the Dutch page too, or take it out here."),
        (
            "nl",
            NL,
            "'town' staat alleen op de Nederlandse pagina ('Wijchen'). Voeg het ook hier toe, of haal het daar weg.",
        ),
        (
            "nl",
            EN,
            "'town' staat alleen op deze pagina ('Wijchen'). "
            "Voeg het ook toe aan de Nederlandse pagina, of haal het hier weg.",
        ),
    ],
)
def test_a_fact_that_one_language_lacks_is_named_with_where_it_is(
    monkeypatch: pytest.MonkeyPatch, problems: Problems, locale: str, extra: str, message: str
) -> None:
    monkeypatch.setenv("PORTAL_LANG", locale)
    text = (DUTCH if extra == NL else ENGLISH).replace("place:", "town: Wijchen\nplace:")
    assert problems({extra: text}) == [f"{EN}:{7 if extra == EN else 2}: {message}"]


def test_a_number_may_be_written_as_the_language_does(problems: Problems) -> None:
    files = {
        NL: DUTCH.replace("sources:", NUMBER.format("1.700")),
        EN: ENGLISH.replace("sources:", NUMBER.format("1,700")),
    }
    assert problems(files) == []


def test_a_number_that_differs_is_a_problem(problems: Problems) -> None:
    files = {
        NL: DUTCH.replace("sources:", NUMBER.format("1.700")),
        EN: ENGLISH.replace("sources:", NUMBER.format("1,800")),
    }
    assert problems(files) == [
        f"{EN}:9: 'key_number.value' is '1,800' here and '1.700' in {NL}:9. "
        "It is a fact, so it must be the same in both languages."
    ]


def test_a_list_of_facts_may_be_in_any_order(problems: Problems) -> None:
    files = {
        NL: DUTCH.replace("[hospital]", "[university, hospital]"),
        EN: ENGLISH.replace("[hospital]", "[hospital, university]"),
    }
    assert problems(files) == []


@pytest.mark.parametrize("key", ["index", "404"])
@pytest.mark.parametrize(
    ("dutch", "missing"), [(None, ["en", "nl"]), (page("Alleen hier", "only: nl"), ["en"])], ids=["neither", "one"]
)
def test_every_language_has_a_home_page_and_a_page_for_what_is_not_found(
    problems: Problems, key: str, dutch: str | None, missing: list[str]
) -> None:
    files: Files = {f"content/nl/{key}.md": dutch, f"content/en/{key}.md": None}
    assert problems(files) == [
        f"content/{locale}/{key}.md:1: The page is missing. "
        "Every language needs a home page (index.md) and a page for what is not found (404.md)."
        for locale in missing
    ]

"""What an editor reads when a field is wrong. Hook layer: fields in, messages out to the letter, in both languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.content.validation import validate
from portal.schema.entry import collections
from portal.schema.fields import Record, Text
from portal.schema.page import Home, PlainPage, Story
from portal.schema.partner import Partner
from portal.schema.redirect import Redirects
from portal.schema.relation import Relation
from portal.schema.source import Source
from portal.schema.step import Step
from portal.words.languages import Languages
from portal.words.problem import Place

SENTENCE = "A sentence that is long enough to say what the page is about."
PARTNER = {
    "name": "Briskr",
    "kind": "network",
    "summary": {"nl": SENTENCE, "en": SENTENCE},
    "sources": ["a-source"],
}
SOURCE = {"title": "A page", "publisher": "A publisher", "lang": "en", "checked": date(2026, 11, 21)}
STORY = {
    "title": "A story",
    "description": SENTENCE,
    "as_of": date(2026, 11, 21),
    "cluster": "health",
    "place": "nijmegen",
    "sources": ["a-source"],
}
HOME = {name: STORY[name] for name in ("title", "description", "as_of")}
LANGUAGES = Languages.of("nl", "en")
PLACE = Place(PurePosixPath("x.yml"), {(): 1, ("facts", 0, "text"): 7, ("name",): 2})


class Book(Record):
    """A shape of this test's own, so that a new field of a partner changes no message here."""

    title: Text
    author: Text | None = None
    pages: int | None = None


class Shelf(Record):
    books: tuple[Book, ...]
    kind: Literal["prose", "verse"] = "prose"


def problems(schema: type[Record], valid: dict[str, Any], **changed: Any) -> list[str]:
    """The messages about `valid` with fields changed, or left out when they are `...`."""
    fields = {name: value for name, value in {**valid, **changed}.items() if value is not ...}
    return [str(problem) for problem in validate(schema, fields, PLACE, LANGUAGES)[1]]


def partner(**changed: Any) -> list[str]:
    return problems(Partner, PARTNER, **changed)


def test_what_is_right_is_read() -> None:
    entry, found = validate(Partner, PARTNER, PLACE, LANGUAGES)
    assert found == []
    assert entry is not None
    assert (entry.name["nl"], entry.name["en"]) == ("Briskr", "Briskr")


def test_a_missing_field_is_asked_for_in_its_own_words() -> None:
    assert problems(Source, SOURCE, publisher=...) == ["x.yml:1: 'publisher' is missing. Add who published it."]


@pytest.mark.parametrize(
    "field, message",
    [
        (
            "sources",
            "Add the sources it rests on. Write a list of names of files in content/data/sources, without .yml:"
            " [first, second].",
        ),
        (
            "summary",
            "Add what it is in one sentence. Write it in every language, below each other: 'nl: ...', 'en: ...'.",
        ),
        ("name", "Add its name. Write it once, or below each other: 'nl: ...', 'en: ...'."),
    ],
)
def test_who_left_a_field_out_reads_what_may_be_written_there(field: str, message: str) -> None:
    (line,) = partner(**{field: ...})
    assert line.endswith(f": '{field}' is missing. {message}")


def test_a_missing_choice_comes_with_its_choices() -> None:
    (message,) = problems(Story, STORY, place=...)
    assert message.endswith("Allowed here: arnhem-nijmegen, east-netherlands, europe, netherlands, nijmegen.")


def test_a_missing_field_of_a_record_is_asked_for_in_its_own_words() -> None:
    assert partner(facts=[{"text": {"nl": "a", "en": "b"}}]) == [
        "x.yml:1: 'facts.source' is missing. Add where it can be read. Write the name of a file in"
        " content/data/sources, without .yml."
    ]


def test_a_word_that_is_no_file_may_be_written_too() -> None:
    deadline = {"days": 5, "text": {"nl": "a", "en": "b"}}
    (message,) = [one for one in problems(Step, {"deadline": deadline}) if "deadline" in one]
    assert message.endswith("content/data/steps, without .yml, or arrival, departure.")


def test_a_missing_language_is_asked_for_at_the_line_of_the_field() -> None:
    assert partner(name={"nl": "a"}) == [
        "x.yml:2: 'name.en' is missing. Write it in every language, below each other: 'nl: ...', 'en: ...'."
    ]


def test_a_misspelt_field_is_recognised() -> None:
    assert partner(summary=..., sumary={}) == ["x.yml:1: 'sumary' is not a field. Did you mean 'summary'?"]


def test_the_guess_is_a_field_of_the_right_group() -> None:
    assert problems(Shelf, {"books": [{"title": "a", "auther": "b"}]}) == [
        "x.yml:1: 'books.auther' is not a field. Did you mean 'author'?"
    ]


def test_a_field_that_nobody_knows_gets_the_list_of_those_that_are_left() -> None:
    assert problems(Shelf, {"books": [{"title": "a", "zzz": "b"}]}) == [
        "x.yml:1: 'books.zzz' is not a field. Allowed here: author, pages."
    ]


def test_a_choice_that_is_none_is_guessed() -> None:
    assert problems(Story, STORY, place="nijmegn") == [
        "x.yml:1: 'place' is 'nijmegn', which is not one of the choices. Did you mean 'nijmegen'?"
    ]


@pytest.mark.parametrize(("value", "shown"), [("fysica", "'fysica'"), (["x"], "a list"), (True, "true"), (3, "3")])
def test_a_choice_that_is_none_gets_the_list(value: object, shown: str) -> None:
    assert problems(Shelf, {"books": []}, kind=value) == [
        f"x.yml:1: 'kind' is {shown}, which is not one of the choices. Allowed here: prose, verse."
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, "3"),
        (True, "true"),
        (date(2026, 11, 21), "2026-11-21"),
        (["a"], "a list"),
        ({"nl": "a", "en": "b"}, "a group of fields"),
    ],
)
def test_what_is_no_text_is_refused_as_the_editor_wrote_it(value: object, shown: str) -> None:
    assert problems(Source, SOURCE, title=value) == [
        f"x.yml:1: 'title' is {shown}, not text. Write text, in quotes if it looks like a number or a date."
    ]


def test_what_is_no_number_is_refused() -> None:
    assert problems(Book, {"title": "a", "pages": "veel"}) == [
        "x.yml:1: 'pages' is 'veel'. Write a number without quotes."
    ]


@pytest.mark.parametrize(("value", "shown"), [("21-11-2026", "'21-11-2026'"), (2026, "2026"), ("2026-11", "'2026-11'")])
def test_what_is_no_day_is_refused(value: object, shown: str) -> None:
    assert problems(Source, SOURCE, checked=value) == [
        f"x.yml:1: 'checked' is {shown}. Write a date as year-month-day, such as 2026-11-21, without quotes."
    ]


@pytest.mark.parametrize("value", ["november", "2026-13", "2026-02-30", "2026-1", "26", "0000-05", "٢٠٢٦"])
def test_what_is_no_year_month_or_day_is_refused(value: str) -> None:
    assert problems(Source, SOURCE, published=value) == [
        f"x.yml:1: 'published' is '{value}'. Write a year, a month or a day: 2026, 2026-11 or 2026-11-21."
    ]


def test_a_text_that_should_be_a_list_is_shown_as_one() -> None:
    assert partner(sources="a-source") == [
        "x.yml:1: 'sources' is a-source, not a list. Write it as a list: [a-source]."
    ]


def test_a_text_that_should_be_a_group_of_fields_is_refused() -> None:
    assert partner(facts=["a"]) == [
        "x.yml:1: 'facts' is 'a'. Write the fields below it, one a line, indented by two spaces."
    ]


def test_a_text_that_should_be_in_both_languages_is_refused() -> None:
    assert partner(role="It helps.") == [
        "x.yml:1: 'role' is 'It helps.'. Write it in every language, below each other: 'nl: ...', 'en: ...'."
    ]


def test_a_text_within_a_list_that_should_be_in_both_languages_has_its_own_line() -> None:
    assert partner(facts=[{"text": "It helps.", "source": "s"}]) == [
        "x.yml:7: 'facts.text' is 'It helps.'. Write it in every language, below each other: 'nl: ...', 'en: ...'."
    ]


@pytest.mark.parametrize("value", [None, "", "   "])
def test_an_empty_field_is_refused(value: object) -> None:
    assert problems(Source, SOURCE, title=value) == ["x.yml:1: 'title' is empty, and it is required. Fill it in."]


def test_an_empty_list_is_refused_where_one_is_needed() -> None:
    assert partner(sources=[]) == ["x.yml:1: 'sources' is empty, and it is required. Fill it in."]


def test_a_description_that_is_too_long_is_refused() -> None:
    assert problems(Home, HOME, description="x" * 161) == [
        "x.yml:1: 'description' has 161 characters. Use at most 160."
    ]


def test_a_description_that_is_too_short_is_refused() -> None:
    assert problems(Home, HOME, description="  Short.  ") == [
        "x.yml:1: 'description' has 6 characters. Use at least 50, so that it tells what the page is about."
    ]


def test_a_slug_that_is_none_is_mended() -> None:
    assert problems(Home, HOME, slug="Een Vrouw, café") == [
        "x.yml:1: 'slug' is 'Een Vrouw, café'. Use lower-case letters, digits and single hyphens: 'een-vrouw-cafe'."
    ]


@pytest.mark.parametrize(
    "value", ["www.briskr.nl", "briskr", "https:briskr.nl", "ftp://briskr.nl", "javascript:alert(1)"]
)
def test_an_address_that_is_none_is_refused(value: str) -> None:
    assert partner(website=value) == [
        f"x.yml:1: 'website' is '{value}', which is not a web address. Write it in full, such as https://www.nijmegen.nl."
    ]


def test_an_address_of_the_site_that_is_none_is_refused() -> None:
    assert problems(Redirects, {}, redirects=[{"from": "oud", "to": "/nieuw/"}]) == [
        "x.yml:1: 'redirects.from' is 'oud'. "
        "Write an address of this site from its root and with a slash at its end, such as /verhalen/een-verhaal/."
    ]


def test_a_name_that_stands_in_a_list_twice_is_refused() -> None:
    assert partner(sources=["a", "b", "a"]) == ["x.yml:1: 'sources' names 'a' twice. Remove one."]


def test_an_invisible_control_character_is_refused() -> None:
    assert problems(Source, SOURCE, title="a\x07b") == [
        "x.yml:1: 'title' holds a control character (bell) (U+0007), which cannot be seen, behind 'a'. "
        "Type the value again: ab."
    ]


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("en", "stands in curly quotes, which would be shown. Use straight quotes or none."),
        (
            "nl",
            "staat tussen gekrulde aanhalingstekens; die zouden in beeld komen. "
            "Gebruik rechte aanhalingstekens of geen.",
        ),
    ],
)
@pytest.mark.parametrize(
    "title", ["\u201cEen nieuw lab\u201d", "\u201eEen nieuw lab\u201d", "\u2018Een nieuw lab\u2019"]
)
def test_the_curly_quotes_of_a_word_processor_are_refused(
    monkeypatch: pytest.MonkeyPatch, title: str, locale: str, message: str
) -> None:
    monkeypatch.setenv("PORTAL_LANG", locale)
    assert problems(Source, SOURCE, title=title) == [f"x.yml:1: 'title' {message}"]


@pytest.mark.parametrize(
    "title", ["\u201cLab\u201d en \u201czaal\u201d", "Het \u201clab\u201d", "\u2019s-Hertogenbosch"]
)
def test_curly_quotes_within_a_text_are_its_own(title: str) -> None:
    assert problems(Source, SOURCE, title=title) == []


def test_a_long_text_is_shown_shortened() -> None:
    assert partner(role="x" * 100)[0].startswith(f"x.yml:1: 'role' is '{'x' * 57}...'. Write it")


def test_every_mistake_is_told_at_once() -> None:
    found = partner(name=..., kind="netwerk", zzz="x", sources=[])
    assert {message.split("'")[1] for message in found} == {"name", "kind", "sources", "zzz"}


@pytest.mark.parametrize(
    ("schema", "valid", "changed", "message"),
    [
        (Source, SOURCE, {"publisher": ...}, "'publisher' ontbreekt. Voeg toe: wie het heeft gepubliceerd."),
        (Source, SOURCE, {"publishd": "2026"}, "'publishd' is geen veld. Bedoel je 'published'?"),
        (
            Shelf,
            {"books": []},
            {"kind": "x"},
            "'kind' is 'x'; dat is geen van de keuzes. Hier mag: prose, verse.",
        ),
        (
            Source,
            SOURCE,
            {"title": ["a"]},
            "'title' is een lijst, geen tekst. "
            "Schrijf tekst, tussen aanhalingstekens als het op een getal of datum lijkt.",
        ),
        (Partner, PARTNER, {"sources": "a"}, "'sources' is a, geen lijst. Schrijf het als lijst: [a]."),
        (
            Home,
            HOME,
            {"as_of": ...},
            "'as_of' ontbreekt. Voeg toe: de dag tot wanneer de pagina klopt: 2026-11-21.",
        ),
    ],
)
def test_a_dutch_editor_reads_it_in_dutch(
    monkeypatch: pytest.MonkeyPatch, schema: type[Record], valid: dict[str, Any], changed: dict[str, Any], message: str
) -> None:
    monkeypatch.setenv("PORTAL_LANG", "nl")
    assert problems(schema, valid, **changed) == [f"x.yml:1: {message}"]


_SCHEMAS: tuple[type[Record], ...] = (*collections().values(), PlainPage, Story, Redirects)
_NAMES = sorted({field.alias or name for schema in _SCHEMAS for name, field in schema.model_fields.items()})
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.sampled_from(["health", "2026-02-31", ""]),
    lambda some: (
        st.lists(some, max_size=3)
        | st.dictionaries(st.sampled_from(["nl", "en", "text", "source", "slug", "from", "x"]), some, max_size=4)
    ),
    max_leaves=6,
)


@given(st.sampled_from(_SCHEMAS), st.dictionaries(st.sampled_from([*_NAMES, "x"]), _VALUES, max_size=8))
def test_no_message_speaks_python(schema: type[Record], fields: dict[str, Any]) -> None:
    entry, found = validate(schema, fields, PLACE, LANGUAGES)
    assert (entry is None) == bool(found)
    for problem in found:
        assert not re.search(r"\b(True|False|None|datetime|dict|tuple|str)\b|\[['\"]", problem.message), problem.message


def test_a_relation_speaks_of_from_as_the_file_does() -> None:
    assert problems(Relation, {"verb": "leads", "to": ["a"], "sources": ["b"]}) == [
        "x.yml:1: 'from' is missing. Add the organisation, campus or programme that does it. Write the name of a file"
        " in content/data/programmes, content/data/campuses, content/data/partners, without .yml."
    ]

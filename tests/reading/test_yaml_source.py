"""YAML as an editor writes it. Hook layer: texts give data with line numbers, or a problem; nothing is built."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.content.yaml_source import MAX_BYTES, read_yaml

PATH = PurePosixPath("content/data/partners/x.yml")
_PIECES = (
    *("a: ", "b", "\n", "  ", "- ", "[", "]", "{", "}", ",", "&x", "*x", "!t ", "'", '"', "|", ">", "---", "...", "#"),
    *(
        "%",
        "@",
        "`",
        "? ",
        ": ",
        "2026-02-30",
        "12:30",
        "no",
        "\t",
        "\x00",
        "\x85",
        "\u2028",
        "\ud800",
        "\ufeff",
        "<<: ",
    ),
    *("~", "null", "true", "1.5", "\r", "\\x"),
)
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=60)


def data(text: str) -> dict[str, Any]:
    source = read_yaml(text, PATH)
    assert source.problems == ()
    return source.data


def problems(text: str) -> list[str]:
    return [str(problem).removeprefix("content/data/partners/") for problem in read_yaml(text, PATH).problems]


def test_fields_are_read_as_plain_values() -> None:
    assert data("a: text\nb: 3\nc: -1.5\nd: true\ne: 2026-11-21\nf: [x, y]\ng: {h: i}\nj:\n") == {
        "a": "text",
        "b": 3,
        "c": -1.5,
        "d": True,
        "e": date(2026, 11, 21),
        "f": ["x", "y"],
        "g": {"h": "i"},
        "j": None,
    }


@pytest.mark.parametrize("word", ["no", "NO", "yes", "on", "off", "12:30", "010", "0x1F", "1_000", "True", "1e3", ".5"])
def test_what_yaml_would_turn_into_something_else_stays_text(word: str) -> None:
    assert data(f"land: {word}\n") == {"land": word}


def test_a_quoted_value_stays_text() -> None:
    assert data("a: '3'\nb: \"2026-11-21\"\nc: 'true'\n") == {"a": "3", "b": "2026-11-21", "c": "true"}


def test_each_field_knows_its_line() -> None:
    text = "# a remark\nname:\n  nl: x\n  en: y\nfacts:\n  - text: a\n  - text: b\n"
    place = read_yaml(text, PATH, first_line=10).place
    assert place.line("name") == 11
    assert place.line("name", "en") == 13
    assert place.line("facts", 1, "text") == 16
    assert place.line("facts", 1, "source") == 16, "the nearest thing that is there"


def test_an_alias_is_refused_with_its_line() -> None:
    assert problems("a: &x 1\nb: *x\n") == [
        "x.yml:1: '&x' is not read as text: what starts with & or * needs quotes. Put the text in quotes."
    ]


def test_an_alias_without_an_anchor_is_refused_too() -> None:
    assert problems("name: Boven\ntitle: *nieuw\n") == [
        "x.yml:2: '*nieuw' is not read as text: what starts with & or * needs quotes. Put the text in quotes."
    ]


def test_a_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert problems(bomb)[0].startswith("x.yml:1: '&a' is not read as text: what starts with & or *")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", "tag:yaml.org,2002:python/object/apply:os.system"),
        ("a: !important x\n", "!important"),
    ],
)
def test_a_tag_is_refused(text: str, found: str) -> None:
    assert problems(text) == [
        f"x.yml:1: '{found}' is not read as text: what starts with ! needs quotes. "
        "Leave it out, or put the text in quotes."
    ]


def test_a_file_that_is_too_large_is_refused() -> None:
    text = "a: " + "x" * MAX_BYTES
    assert problems(text) == ["x.yml:1: The file has 65539 bytes; at most 65536 are read. Split it."]


def test_fields_that_are_nested_too_deep_are_refused() -> None:
    assert problems("a:\n" + "- " * 13 + "x") == [
        "x.yml:2: The fields are nested deeper than 12 levels. Make it flatter."
    ]


def test_a_field_that_stands_there_twice_is_refused() -> None:
    assert problems("title: a\nslug: b\ntitle: c\n") == [
        "x.yml:3: 'title' stands here twice (first on line 1). Remove one."
    ]


def test_a_field_within_a_field_that_stands_there_twice_is_refused() -> None:
    assert problems("name:\n  nl: a\n  nl: b\n") == ["x.yml:3: 'nl' stands here twice (first on line 2). Remove one."]


def test_a_second_document_is_refused() -> None:
    assert problems("a: b\n---\nc: d\n") == [
        "x.yml:2: A second '---' starts another document here. Keep one entry a file."
    ]


@pytest.mark.parametrize("text", ["", "# a remark\n", "just text\n", "- a\n- b\n"])
def test_a_file_without_fields_is_refused(text: str) -> None:
    assert problems(text) == ["x.yml:1: The file holds no fields. Write one a line, such as 'title: ...'."]


def test_a_field_name_that_is_no_text_is_refused() -> None:
    assert problems("a: b\n[c, d]: e\n") == ["x.yml:2: [...] is not a field name. Field names are text without quotes."]


@pytest.mark.parametrize("text", ["a: b\n- c\n", 'a: b\n"c"d: e\n'])
def test_what_cannot_be_read_is_refused_with_its_line(text: str) -> None:
    assert problems(text) == [
        "x.yml:2: This line cannot be read. "
        "Look at it and at the one above: is a quote, a colon or a space missing, or one too many?"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\nc:d\n", "2: A space is missing behind the colon. Write 'c: d'."),
        ("a:\n-b\nc: d\n", "2: A space is missing behind the hyphen. Write '- b'."),
        ("a: b\nc = d\n", "2: A field has a colon, not '='. Write 'c: d'."),
        ("a: b\nsome text\nc: d\n", "2: This line is no field, since it has no colon."),
        ("a: b\n  c: d\n", "2: This line is indented, and nothing above it asks for that."),
        ("a: b\nc: @d\n", '2: A text that begins with @ needs quotes. Write c: "@d".'),
        ("a: b\nc: [d] e\n", '2: A text that begins with [ needs quotes. Write c: "[d] e".'),
        ("a: [b, c\nd: e\n", "1: The list that opens here with [ is not closed. Add ] at its end."),
        ("a: 'zo'n lab'\n", "1: The quotes end before the text does, since ' stands within it. Write a: \"zo'n lab\"."),
        (
            'a: "zo "nu" en dan"\n',
            '1: The quotes end before the text does, since " stands within it. Write a: \'zo "nu" en dan\'.',
        ),
        ("a: > tekst\n", "1: Behind > nothing may stand: the text begins on the next line, indented by two spaces."),
    ],
)
def test_a_slip_of_the_hand_is_told_with_what_to_write(text: str, message: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"x.yml:{message}")


def test_a_space_at_the_edge_of_quotes_is_told_as_advice() -> None:
    source = read_yaml("a: ' b'\nc: >\n  d \n", PATH)
    assert source.problems == ()
    assert [str(problem) for problem in source.advice] == [
        "content/data/partners/x.yml:1: 'a' begins or ends with a space, which is left out. Write 'b'."
    ]


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("title: Een nieuw lab: van idee", 'title: "\u2026"'),
        ("title: Een nieuw lab:", 'title: "\u2026"'),
        ('title: Een "nieuw" lab: van idee', "title: '\u2026'"),
        ("  - text: Een nieuw lab: van idee", 'text: "\u2026"'),
        ("name: {nl: Een lab, en: A lab: from idea}", 'en: "\u2026"'),
    ],
)
def test_a_colon_in_a_text_asks_for_quotes(line: str, how: str) -> None:
    assert problems(f"# remark\n{line}\n") == [f"x.yml:2: The text holds ': '. Put it in quotes: {how}."]


@pytest.mark.parametrize(
    "text", ["\ttitle: a\n", "title: a\n\tslug: b\n", "name:\n\tnl: a\n", "name:\n  nl: a\n \ten: b"]
)
def test_a_tab_at_the_start_of_a_line_asks_for_spaces(text: str) -> None:
    line = [("\t" in line) for line in text.split("\n")].index(True) + 1
    assert problems(text) == [f"x.yml:{line}: Line {line} starts with a tab. Use spaces."]


def test_a_quote_that_is_not_closed_is_refused_where_it_opens() -> None:
    assert problems("a: b\nc: 'd\ne: f\n") == [
        "x.yml:2: A quote that opens here is not closed. "
        "Add the same quote at the end of the text, or leave the first one out."
    ]


def test_a_character_that_nobody_sees_is_refused_with_its_line() -> None:
    assert problems("a: b\nc: \x00\n") == [
        "x.yml:2: Here stands a control character (U+0000), which cannot be seen and cannot be read. "
        "Type this line again."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: Een lab: van idee\n", "In de tekst staat ': '. Zet haar tussen aanhalingstekens: title: \"\u2026\"."),
        ("\ttitle: a\n", "Regel 1 begint met een tab. Gebruik spaties."),
        (
            "title: 'a\n",
            "Een aanhalingsteken dat hier opent, sluit niet. "
            "Zet hetzelfde teken achter de tekst, of laat het eerste weg.",
        ),
        (
            '"a"b: c\n',
            "Deze regel is niet te lezen. Kijk ernaar en naar die erboven: "
            "ontbreekt een aanhalingsteken, dubbele punt of spatie, of staat er een te veel?",
        ),
    ],
)
def test_a_dutch_editor_reads_it_in_dutch(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.setenv("PORTAL_LANG", "nl")
    assert problems(text) == [f"x.yml:1: {message}"]


def test_a_day_that_does_not_exist_is_refused_with_its_line() -> None:
    assert problems("# 2025-13-01\na: 2026-02-28\nas_of: 2026-02-30\n") == [
        "x.yml:3: 'as_of' is 2026-02-30, a day or number that does not exist. "
        "Correct it, or put it in quotes if it is text."
    ]


def test_a_merge_key_is_a_field_like_any_other() -> None:
    assert data("<<: {a: b}\n") == {"<<": {"a": "b"}}


@given(TEXTS)
@example("a: \ud800")
@example("a: " + "1" * 5000)
@example("? [a]\n: b")
@example("a: \x00")
def test_any_text_gives_fields_or_problems_on_lines_of_the_file(text: str) -> None:
    source = read_yaml(text, PATH)
    last = len(text.splitlines()) + 1
    assert source.problems or isinstance(source.data, dict)
    for line in [*source.place.lines.values(), *(problem.line for problem in source.problems)]:
        assert 1 <= line <= last


@pytest.mark.parametrize(
    "text", ["title: Chips # a story", "title: # 1", "title: a\n  b # c", "title: [a, b # c\n  ]", "title:\n  - a # b"]
)
def test_a_text_that_a_remark_cuts_short_is_a_problem(text: str) -> None:
    (problem,) = problems(f"{text}\n")
    assert problem.endswith(
        ": 'title' is cut short at ' #': what follows is taken for a remark. "
        "Put the whole text in quotes, or the remark on a line of its own."
    )


@pytest.mark.parametrize(
    "text",
    [
        "# remark\na: b",
        "a: 'b' # remark",
        "a: 2026-11-21 # remark",
        "a: 3 # remark",
        "a: C#",
        "a: b\n# remark",
        "a: [b] # remark",
        "a: # remark\n  b: c",
    ],
)
def test_a_remark_that_takes_nothing_away_is_in_order(text: str) -> None:
    assert problems(f"{text}\n") == []

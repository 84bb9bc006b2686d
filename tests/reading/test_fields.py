"""The kinds of values: slugs, dates, addresses, texts. Hook layer: values in, nothing is built."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from portal.schema.fields import (
    Day,
    Description,
    HttpUrl,
    Name,
    PartialDate,
    SiteAddress,
    Slug,
    Sources,
    Text,
    is_slug,
    slugify,
)
from portal.words.languages import Languages


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("slug", ["a", "briskr", "novio-tech", "2023", "a-1-b", "x" * 80])
def test_a_slug_is_small_letters_digits_and_single_hyphens(slug: str) -> None:
    assert accepts(Slug, slug)


@pytest.mark.parametrize("text", ["", "A", "é", "a b", "a_b", "-a", "a-", "a--b", "a/b", "a.b", "a\n", "x" * 81, "٣"])
def test_nothing_else_is_a_slug(text: str) -> None:
    assert not accepts(Slug, text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Novio Tech Campus", "novio-tech-campus"),
        ("Één café, 's avonds!", "een-cafe-s-avonds"),
        ("--", "name"),
        ("x" * 79 + " y", "x" * 79),
        ("名前", "name"),
    ],
)
def test_the_proposed_slug_is_near_the_text(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
@example("a" * 80 + "-b")
def test_what_is_proposed_is_always_a_slug(text: str) -> None:
    assert is_slug(slugify(text))


@given(st.lists(st.text("abyz0189", min_size=1, max_size=12), min_size=1, max_size=6).map("-".join))
def test_a_slug_is_its_own_proposal(slug: str) -> None:
    assert slugify(slug) == slug


@pytest.mark.parametrize("value", ["2026-11-21", datetime(2026, 11, 21), 2026, True, None])
def test_only_a_day_is_a_day(value: object) -> None:
    assert accepts(Day, date(2026, 11, 21))
    assert not accepts(Day, value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(2026, "2026"), ("2026-11", "2026-11"), (date(2026, 11, 21), "2026-11-21"), ("2024-02-29", "2024-02-29")],
)
def test_a_partial_date_is_a_year_a_month_or_a_day(value: object, text: str) -> None:
    assert TypeAdapter(PartialDate).validate_python(value) == text


@pytest.mark.parametrize(
    "value", [26, 20260, True, "2026-00", "2026-11-31", "2023-02-29", "2026-11-21 ", "2026/11", []]
)
def test_nothing_else_is_a_partial_date(value: object) -> None:
    assert not accepts(PartialDate, value)


@pytest.mark.parametrize(
    "url",
    ["https://briskr.nl", "http://a.nl:80/b?c=d&e#f", "HTTPS://A.NL/", "https://xn--caf-dma.nl/", "https://a.nl/é'\""],
)
def test_a_web_address_is_written_in_full(url: str) -> None:
    assert accepts(HttpUrl, url)


@pytest.mark.parametrize(
    "url",
    [
        "briskr.nl",
        "//briskr.nl",
        "https:briskr.nl",
        "https:/briskr.nl",
        "https:\\\\briskr.nl",
        "https://briskr",
        "https://",
        "https://[",
        "https://a b.nl",
        " https://briskr.nl",
        "https://briskr.nl\n",
        "https://user@briskr.nl",
        "https://:secret@briskr.nl",
        "ftp://briskr.nl",
        "javascript://briskr.nl/%0aalert(1)",
    ],
)
def test_nothing_else_is_a_web_address(url: str) -> None:
    assert not accepts(HttpUrl, url)


@pytest.mark.parametrize("address", ["/", "/verhalen/", "/en/stories/a-story/"])
def test_an_address_of_the_site_starts_and_ends_at_a_slash(address: str) -> None:
    assert accepts(SiteAddress, address)


@pytest.mark.parametrize(
    "address", ["", "verhalen/", "/verhalen", "//x.nl/", "/a/../b/", "/A/", "/a b/", "https://x.nl/"]
)
def test_nothing_else_is_an_address_of_the_site(address: str) -> None:
    assert not accepts(SiteAddress, address)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"])
def test_a_text_holds_no_control_characters(character: str) -> None:
    assert not accepts(Text, f"a{character}b")
    assert not accepts(Description, "x" * 60 + character + "y")


def test_a_text_is_stripped_of_white_space_around_it() -> None:
    assert TypeAdapter(Text).validate_python("  a\tb\n") == "a\tb"


def test_a_description_is_counted_without_the_white_space_around_it() -> None:
    assert accepts(Description, "x" * 50)
    assert accepts(Description, " " + "x" * 160 + " ")
    assert not accepts(Description, " " + "x" * 49 + " ")


def test_a_name_may_be_the_same_in_both_languages() -> None:
    name = TypeAdapter(Name).validate_python("Briskr", context=Languages.of("nl", "en"))
    assert (name["nl"], name["en"]) == ("Briskr", "Briskr")


def test_nothing_stands_in_a_list_twice() -> None:
    assert accepts(Sources, ["a", "b"])
    assert not accepts(Sources, ["a", "b", "a"])

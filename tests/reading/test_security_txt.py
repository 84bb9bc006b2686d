"""Reading: security.txt says what RFC 9116 asks for, or there is none."""

from __future__ import annotations

import datetime

import pytest

from portal.checks import read_site
from portal.model.security_txt import security_txt
from tests.conftest import Project

FILE = "content/data/contacts/security.yml"
REACHED = "role: {nl: Een lek melden, en: Report a hole}\nurl: https://example.org/hole\nmail: hole@example.org\n"


def _fields(text: str) -> list[tuple[str, str]]:
    # One field a line, a name, a colon and a space (RFC 9116, 4).
    assert text.isascii()
    assert text.endswith("\n")
    return [(name, value) for name, _, value in (line.partition(": ") for line in text.splitlines())]


def test_it_says_whom_to_tell_until_when_in_which_languages_and_where_it_stands(project: Project) -> None:
    text = security_txt(read_site(project({FILE: REACHED + "expires: 2027-06-01\n"})), "https://x.example/")
    assert text
    fields = _fields(text)
    assert fields == [
        ("Contact", "https://example.org/hole"),
        ("Contact", "mailto:hole@example.org"),
        ("Expires", "2027-06-01T23:59:59Z"),
        ("Preferred-Languages", "nl, en"),
        ("Canonical", "https://x.example/.well-known/security.txt"),
    ]
    assert datetime.datetime.fromisoformat(dict(fields)["Expires"]).tzinfo


def test_a_telephone_number_is_an_address_too(project: Project) -> None:
    entry = "role: {nl: Een lek melden, en: Report a hole}\nphone: '+31 24 329 90 00'\nexpires: 2027-06-01\n"
    text = security_txt(read_site(project({FILE: entry})), "https://x.example/")
    assert text
    assert _fields(text)[0] == ("Contact", "tel:+31-24-329-90-00")


@pytest.mark.parametrize("entry", [None, REACHED + "expires: 2026-11-01\n", "role: {nl: Lek, en: Hole}\n"])
def test_without_an_address_or_after_its_last_day_there_is_none(entry: str | None, project: Project) -> None:
    site = read_site(project({FILE: entry} if entry else {}))
    assert security_txt(site, "https://x.example/") is None

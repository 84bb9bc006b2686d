"""The form of the open data: what is in it, and what would break a program that reads them. Nothing is built."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from portal.desk.release import FORMS, broken_promises, note_forms
from portal.model.open_data import VERSION
from portal.model.open_files import schemas
from portal.model.open_schema import breaking, columns, item_schema
from portal.schema.open_data import opened
from portal.words.languages import Languages
from tests.conftest import ROOT
from tests.real_site import SITE

LANGUAGES = Languages.of("nl", "en")


def _form(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


TEXT = {"type": "string"}
OLD = _form(name=TEXT, kind={"type": "string", "enum": ["a", "b"]}, parts={"type": "array", "items": _form(on=TEXT)})


def _new(*path: str, value: Any) -> dict[str, Any]:
    """The old form with something else at a place."""
    new = deepcopy(OLD)
    here = new
    for step in path[:-1]:
        here = here[step]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return new


@pytest.mark.parametrize(
    "new, said",
    [
        (_new("properties", "name", value=None), ["name is gone"]),
        (_new("required", value=["kind", "parts"]), ["name may be missing"]),
        (_new("properties", "name", value={"type": ["string", "null"]}), ["name may be null"]),
        (_new("properties", "name", value={"type": "integer"}), ["name may be integer"]),
        (_new("properties", "kind", value=TEXT), ["kind is no choice any more"]),
        (_new("properties", "parts", "items", value=_form()), ["parts.[].on is gone"]),
        (_new("properties", "name", value={"type": "string", "format": "date"}), []),
        (_new("properties", "more", value=TEXT), []),
        (_new("properties", "kind", "enum", value=["a", "b", "c"]), []),
        (OLD, []),
    ],
    ids=lambda value: str(value) if isinstance(value, list) else "",
)
def test_what_breaks_a_program_is_named_and_nothing_else(new: dict[str, Any], said: list[str]) -> None:
    assert list(breaking(OLD, new)) == said


def test_a_date_that_is_no_date_any_more_breaks_a_program() -> None:
    assert list(breaking(_form(on={**TEXT, "format": "date"}), _form(on=TEXT))) == ["on has another format"]


def test_the_open_data_keep_what_was_last_released() -> None:
    """A change that breaks this needs a new version: VERSION in hooks/portal/model/open_data.py."""
    assert list((ROOT / FORMS / VERSION).glob("*.json"))
    assert broken_promises(SITE.languages, ROOT) == []


def test_a_release_that_would_break_programs_is_refused(tmp_path: Path) -> None:
    note_forms(SITE, tmp_path)
    assert broken_promises(SITE.languages, tmp_path) == []
    (tmp_path / FORMS / VERSION / "gone.json").write_text("{}", encoding="utf-8")
    assert broken_promises(SITE.languages, tmp_path) == ["gone: is gone"]
    assert broken_promises(Languages.of("nl"), tmp_path)[0].endswith(".title.en is gone")


@pytest.mark.parametrize("one", opened().values(), ids=list(opened()))
def test_no_field_of_the_site_alone_is_promised(one: Any) -> None:
    names = {name for column in columns(item_schema(one, LANGUAGES)) for name in column}
    assert (
        names & {"hue", "arch", "drawing", "cover", "covers", "slug", "menu", "withheld", "picture", "shout"} == set()
    )


def test_a_field_that_may_be_left_out_is_there_all_the_same_and_may_be_null() -> None:
    schema = item_schema(opened()["partners"], LANGUAGES)
    assert schema["required"] == list(schema["properties"])
    assert schema["properties"]["website"]["type"] == ["string", "null"]
    assert schema["properties"]["kind"]["enum"][0] == "company"


def test_every_language_has_its_columns_and_a_partial_one_may_be_empty() -> None:
    item = item_schema(opened()["terms"], Languages.of("nl", "en", partial=("de",)))
    assert [column for column in columns(item) if column[0] == "name"] == [
        ("name", code) for code in ("nl", "en", "de")
    ]
    assert item["properties"]["name"]["required"] == ["nl", "en"]


def test_what_photos_and_contacts_say_is_not_open() -> None:
    assert {"pictures", "contacts"} & set(schemas(LANGUAGES)) == set()
    assert {"partners", "stories", "sources", "places"} < set(schemas(LANGUAGES))

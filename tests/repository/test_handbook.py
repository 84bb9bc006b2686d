"""What the handbook repeats of the schemas is what they say. Text layer: files are read, nothing is built."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from portal.desk.handbook import CONTENT, EDITOR, editor_settings, with_tables, write_handbook
from portal.desk.json_schema import models
from portal.desk.report import Report
from portal.schema.marks import records
from portal.schema.meaning import meaning_of
from tests.conftest import ROOT

TEXT = (ROOT / CONTENT).read_text(encoding="utf-8")


def test_the_tables_of_fields_are_up_to_date() -> None:
    """After a change of a schema: `portal handbook`."""
    assert with_tables(TEXT) == TEXT


def test_the_settings_of_the_editor_are_up_to_date() -> None:
    assert (ROOT / EDITOR).read_text(encoding="utf-8") == editor_settings()


def _reached(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for record in records(field.annotation):
            yield from _reached(record)


def test_every_field_stands_in_a_table() -> None:
    every = {found for model in models().values() if model is not Report for found in _reached(model)}
    rows = {
        f"| `{field.alias or name}` | {meaning_of(field).label.told('en')} |"
        for model in every
        for name, field in model.model_fields.items()
    }
    assert {row for row in rows if row not in TEXT} == set()


def test_a_table_says_what_a_field_is_and_what_is_written_there() -> None:
    table = with_tables("<!-- fields: Deadline -->\nwhat stood here\n<!-- end -->\n")
    assert "what stood here" not in table
    lines = table.splitlines()
    assert "| `from` | Counted from | required | From what the days are counted. | " in lines[3]
    assert lines[3].endswith("a slug of `data/steps`, or `arrival`, or `departure` |")
    assert lines[-1] == "<!-- end -->"


def test_the_fields_that_every_page_has_are_said_once() -> None:
    table = with_tables("<!-- fields: Chapter without FrontMatter -->\n<!-- end -->\n")
    assert re.findall(r"^\| `(\w+)` \| \w+ \| (\w+)", table, re.M) == [("sources", "required"), ("drawing", "optional")]


def test_the_command_renews_what_is_stale_and_says_what(tmp_path: Path) -> None:
    for path in (CONTENT, EDITOR):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, tmp_path / path)
    assert write_handbook(tmp_path) == []
    (tmp_path / CONTENT).write_text(TEXT.replace("| required |", "| needed |"), encoding="utf-8")
    assert write_handbook(tmp_path) == [CONTENT]
    assert (tmp_path / CONTENT).read_text(encoding="utf-8") == TEXT

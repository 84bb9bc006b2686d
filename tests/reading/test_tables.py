"""Reading: a table in a text can be reached and understood without a mouse."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.markdown import convert

TABLE = "| Number | What |\n| --- | ---: |\n| 12 | bridges |\n"


def _drawn(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(convert(text).html)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TABLE, "page-title"),
        (f"## Bridges\n\n{TABLE}", "bridges"),
        (f"## Bridges\n\n### Old ones\n\n{TABLE}", "old-ones"),
    ],
)
def test_a_table_takes_the_focus_and_is_named_after_the_heading_above_it(text: str, name: str) -> None:
    (box,) = _drawn(text).css("[role=region][tabindex='0']")
    assert box.attributes["aria-labelledby"] == name
    assert len(box.css("table")) == 1


def test_every_column_is_headed() -> None:
    heads = _drawn(TABLE).css("th")
    assert [head.attributes.get("scope") for head in heads] == ["col", "col"]
    assert [head.text() for head in heads] == ["Number", "What"]


def test_text_about_tables_stays_text() -> None:
    assert _drawn("Write `<table>` for a table, not <table>.").css("table, [role=region]") == []

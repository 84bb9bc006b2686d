"""Site: the stylesheet, as it goes out, says nothing that a browser we write for does not read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def styles(built: Path) -> str:
    """The one stylesheet."""
    (file,) = built.glob("assets/site.*.css")
    return file.read_text(encoding="utf-8")


def test_the_thickness_of_an_underline_stands_by_itself(styles: str) -> None:
    # Safari drops `text-decoration: underline 4px`, and with it the mark of the current page and of what is pointed at.
    assert re.findall(r"text-decoration:[^;}]*\d[^;}]*", styles) == []
    assert len(re.findall(r"text-decoration-thickness:", styles)) > 5


def test_no_text_is_cut_after_so_many_lines(styles: str) -> None:
    assert "line-clamp" not in styles


def test_nothing_that_is_drawn_before_a_text_is_read_aloud(styles: str) -> None:
    # A slash or a dot between two words would be.
    contents = re.findall(r"(?<![-\w])content:([^;}]+)", styles)
    read = [content for content in contents if content not in ('""', "counter(series)")]
    assert [content for content in read if "attr(href)" not in content] == []


WIDEST = 800
"""Pixels: what a drawing may measure where there are no styles."""


def test_a_drawing_does_not_fill_the_screen_where_there_are_no_styles(built: Path) -> None:
    wrong = {}
    for file in built.rglob("*.html"):
        for drawing in re.findall(r"<svg[^>]*>", file.read_text(encoding="utf-8")):
            size = {name: int(value) for name, value in re.findall(r"\b(width|height)=\"?([0-9]+)", drawing)}
            if set(size) != {"width", "height"} or max(size.values()) > WIDEST:
                wrong[drawing] = file.relative_to(built).as_posix()
    assert wrong == {}

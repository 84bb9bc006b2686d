"""How much of anything a page may hold: far more than anybody writes, and too little to keep the renderer busy.

The renderer of Markdown looks for the end of a bracket in all that follows, and calls itself for what is nested: ten
kilobytes of `[` take it a quarter of a minute, a list in a list in a list end in an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.words.problem import Place, Problem

MAX_BYTES = 64 * 1024
MAX_BLOCK = 20_000
MAX_LINES = 400
MAX_BRACKETS = 200
MAX_DEPTH = 12
_INDENT = 4
"""Spaces a level, as the renderer counts them."""

_NESTED = re.compile(rf"[ \t]*(?:(?:[-+*>]|\d+\.)[ \t]*){{{MAX_DEPTH + 1}}}(?=[^-+*>\d\s]|\d+\.)")


def check(body: str, path: PurePosixPath, first_line: int) -> Iterator[Problem]:
    """Where the text of a page, which starts at `first_line`, has too much of something; one problem at most."""
    size = len(body.encode(errors="replace"))
    if size > MAX_BYTES:
        yield Place(path, {(): first_line}).problem("limit.page", size=size // 1024, limit=MAX_BYTES // 1024)
        return
    for number, block in _blocks(body.split("\n")):
        text = "\n".join(block)
        lines = [line.expandtabs(_INDENT) for line in block]
        if text.count("[") > MAX_BRACKETS:
            key, limit = "limit.brackets", MAX_BRACKETS
        elif len(block) > MAX_LINES or len(text) > MAX_BLOCK:
            key, limit = "limit.block", MAX_LINES
        elif any(len(line) - len(line.lstrip()) > MAX_DEPTH * _INDENT or _NESTED.match(line) for line in lines):
            key, limit = "limit.depth", MAX_DEPTH
        else:
            continue
        yield Place(path, {(): first_line + number}).problem(key, limit=limit)
        return


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines, with the number of its first line. A line of spaces alone may be endless too."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            yield start, lines[start:number]
            if len(line) > MAX_DEPTH * _INDENT:
                yield number, [line]
            start = number + 1

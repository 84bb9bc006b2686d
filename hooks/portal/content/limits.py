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

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_NESTED = re.compile(rf"[ \t]*(?:(?:[-+*>]|\d+\.)[ \t]*){{{MAX_DEPTH + 1}}}(?=[^-+*>\d\s]|\d+\.)")


def check(body: str, path: PurePosixPath, first_line: int) -> Iterator[Problem]:
    """Where the text of a page, which starts at `first_line`, has too much of something; one problem at most."""
    size = len(body.encode(errors="replace"))
    if size > MAX_BYTES:
        yield Place(path, {(): first_line}).problem("limit.page", size=size // 1024, limit=MAX_BYTES // 1024)
        return
    for block in _BLOCK.finditer(body):
        lines = block[0].expandtabs(_INDENT).splitlines()
        if max(block[0].count("["), block[0].count("](")) > MAX_BRACKETS:
            key, limit = "limit.brackets", MAX_BRACKETS
        elif len(lines) > MAX_LINES or len(block[0]) > MAX_BLOCK:
            key, limit = "limit.block", MAX_LINES
        elif any(len(line) - len(line.lstrip()) > MAX_DEPTH * _INDENT or _NESTED.match(line) for line in lines):
            key, limit = "limit.depth", MAX_DEPTH
        else:
            continue
        yield Place(path, {(): first_line + body.count("\n", 0, block.start())}).problem(key, limit=limit)
        return

"""Code between fences: its language, or attributes as python-markdown writes them (``` { .python #name }``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from portal.markdown.attributes import names_and_values
from portal.markdown.findings import Found, Lost
from portal.markdown.notes import Notes, notes

_BRACES = re.compile(r"\{:?(.*)\}\s*$")


def plugin(md: MarkdownIt) -> None:
    """Read what stands behind the opening fence."""
    md.core.ruler.after("block", "code", _all)


def _all(state: StateCore) -> None:
    lines = state.src.split("\n")
    for token in state.tokens:
        if token.type == "fence":
            if token.info.strip():
                _read(token, notes(state.env))
            if token.map and not _closed(token, lines[token.map[0] + 1 : token.map[1]]):
                notes(state.env).open_fences.append(Found(token.map[0], token.markup))


def _closed(token: Token, lines: Sequence[str]) -> bool:
    """Whether the last line of a block of code is the fence that ends it; within a quotation > stands before it."""
    last = lines[-1].lstrip("> \t").rstrip() if lines else ""
    return len(last) >= len(token.markup) and set(last) == {token.markup[0]}


def _read(token: Token, noted: Notes) -> None:
    line = token.map[0] if token.map else 0
    info = unescapeAll(token.info).strip()
    given = {}
    if braces := _BRACES.search(info):
        given = names_and_values(braces[1], line, noted) if re.search(r"[.#=]", braces[1]) else {}
        info = info[: braces.start()].strip()
    language, *words = info.split()[:1] + info.split()[1:] if info else [""]
    classes = given.pop("class", "").split()
    name = language or (classes.pop(0) if classes else "")
    if name:
        classes.insert(0, f"language-{name}")
    if classes:
        given["class"] = " ".join(classes)
    token.attrs = {**token.attrs, **given}
    # title="x" and {1,3} are other programs' marks; words are somebody's text.
    if words and not re.search(r"[={]", " ".join(words)):
        noted.lost.append(Lost(line, " ".join(words), "fence"))

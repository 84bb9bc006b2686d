"""Tables as GitHub draws them, with what theirs cannot say: a line break in a cell; and what does not fit is noted."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from portal.markdown.findings import Lost
from portal.markdown.notes import notes

PAGE_TITLE = "page-title"
"""The `id` of the heading of the page itself (overrides/components/page_head.html)."""


def plugin(md: MarkdownIt) -> None:
    """Read tables."""
    md.enable("table")
    md.block.ruler.at("table", _rule, {"alt": ["paragraph", "reference"]})
    md.inline.ruler.before("escape", "cell_break", _cell_break)
    md.core.ruler.after("block", "alignment", _alignment)
    md.core.ruler.push("reachable", _reachable)  # once every heading has its address


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not table(state, start, end, silent):
        return False
    if not silent:
        columns = len(_cells(state, start))
        for line in range(start + 2, state.line):
            if further := [cell.strip() for cell in _cells(state, line)[columns:] if cell.strip()]:
                notes(state.env).lost.append(Lost(line, further[0], "cell"))
    return True


def _cells(state: StateBlock, line: int) -> list[str]:
    cells = escapedSplit(getLine(state, line).strip())
    return cells[bool(cells and cells[0] == "") : len(cells) - bool(cells and cells[-1] == "")]


def _cell_break(state: StateInline, silent: bool) -> bool:
    r"""A `\` between two blanks, since a cell has but one line to write on."""
    if notes(state.env).element not in ("td", "th"):
        return False
    found = re.compile(r"(?<= )\\ +(?=\S)").match(state.src, state.pos, state.posMax)
    if not found or not state.src[: state.pos].strip():
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _reachable(state: StateCore) -> None:
    """A box that scrolls around each table, so that the page does not. It takes the focus, as WCAG 2.1.1 asks of what
    scrolls, and is named after the heading above it; the columns are headed.
    """
    tokens, heading = [], PAGE_TITLE
    for token in state.tokens:
        if token.type == "heading_open":
            heading = str(token.attrs["id"])
        if token.type == "th_open":
            token.attrs["scope"] = "col"
        if token.type == "table_open":
            box: dict[str, str | int | float] = {
                "class": "table",
                "role": "region",
                "tabindex": "0",
                "aria-labelledby": heading,
            }
            tokens.append(Token("table_box_open", "div", 1, attrs=box, block=True))
        tokens.append(token)
        if token.type == "table_close":
            tokens.append(Token("table_box_close", "div", -1, block=True))
    state.tokens = tokens


def _alignment(state: StateCore) -> None:
    """A class, since the Content-Security-Policy allows no style attribute."""
    for token in state.tokens:
        if token.type in ("td_open", "th_open") and (style := token.attrs.pop("style", None)):
            token.attrs["class"] = f"align-{str(style).rpartition(':')[2]}"

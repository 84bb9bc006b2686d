"""Boxes as python-markdown writes them: `!!! note "Title"`, and the text below it indented by four spaces."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from portal.markdown.findings import Found
from portal.markdown.notes import notes

_OPENING = re.compile(r'!!! ?(?P<kinds>[\w-]+(?: +[\w-]+)*)(?: +"(?P<title>.*)")? *$')
_ALERT = re.compile(r"\[!\w+\]")
_INDENT = 4


def plugin(md: MarkdownIt) -> None:
    """Read boxes, and note those that would be called by an English word."""
    md.block.ruler.before("fence", "box", _rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.core.ruler.after("block", "alerts", _alerts)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    found = _OPENING.match(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if not found:
        return False
    if silent:
        return True
    indent = state.sCount[start] + _INDENT
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= indent):
        after += 1
    kinds = found["kinds"].lower()
    opening = state.push("box_open", "div", 1)
    opening.attrs = {"class": f"admonition {kinds}"}
    opening.map = [start, after]
    opening.block = True
    title = found["title"]
    if title is None:
        notes(state.env).boxes_without_title.append(Found(start, f"!!! {found['kinds']}"))
        title = kinds.split()[0].capitalize()
    if title:
        _title(state, start, title)
    parent, indent_before, last = state.parentType, state.blkIndent, state.lineMax
    state.parentType, state.blkIndent, state.lineMax = "admonition", indent, after
    state.md.block.tokenize(state, start + 1, after)
    state.parentType, state.blkIndent, state.lineMax = parent, indent_before, last
    state.push("box_close", "div", -1).block = True
    state.line = after
    return True


def _title(state: StateBlock, line: int, title: str) -> None:
    opening = state.push("box_title_open", "p", 1)
    opening.attrs = {"class": "admonition-title"}
    opening.map = [line, line + 1]
    text = state.push("inline", "", 0)
    text.content = title
    text.map = [line, line + 1]
    text.children = []
    state.push("box_title_close", "p", -1)


def _alerts(state: StateCore) -> None:
    """GitHub's boxes, `> [!NOTE]`, have no title of their own either."""
    for quote, paragraph, text in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        quoted = quote.type == "blockquote_open" and paragraph.type == "paragraph_open"
        if quoted and quote.map and (found := _ALERT.match(text.content)):
            notes(state.env).boxes_without_title.append(Found(quote.map[0], f"> {found[0]}"))

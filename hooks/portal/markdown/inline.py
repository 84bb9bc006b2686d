"""The inside of paragraphs: markdown-it's own rules, with the line of each token and what stayed open.

markdown-it knows the lines of blocks alone. Here each token within a paragraph gets its line too, as it is made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import Delimiter, StateInline
from markdown_it.token import Token

from portal.markdown.findings import Found, Lost
from portal.markdown.limits import too_open
from portal.markdown.notes import notes

_REFERENCE = re.compile(r"\[\^[^\]\s]+\]|\[[^\[\]]*[^\[\]\s][^\[\]]*\]\[[^\[\]]*\]")
_WORDS = ("text", "text_special", "em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close")


class _State(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.breaks = [at.start() for at in re.finditer("\n", src)]
        self.first = notes(env).line

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        line = self.line(self.pos)
        token.map = [line, line + 1]
        if ttype == "link_open":
            token.meta["began"] = self.src[self.pos]
        return token

    def line(self, pos: int) -> int:
        return self.first + bisect_right(self.breaks, pos - 1)


class LinedInline(ParserInline):
    """Makes tokens that know their line."""

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def plugin(md: MarkdownIt) -> None:
    """Note the lines, and what has no other half. To be used before any rule is added."""
    inline = LinedInline()
    # What the preset has switched off stays off.
    inline.ruler.enableOnly(md.inline.ruler.get_active_rules())
    inline.ruler2.enableOnly(md.inline.ruler2.get_active_rules())
    md.inline = inline
    md.core.ruler.at("inline", _read)
    md.inline.ruler.after("image", "undefined", _undefined)
    md.inline.ruler2.before("fragments_join", "unclosed", _unclosed)


def _read(state: StateCore) -> None:
    before: Token | None = None
    for token in state.tokens:
        if token.type == "inline" and token.children is not None:
            notes(state.env).line = token.map[0] if token.map else 0
            notes(state.env).element = before.tag if before else ""
            if too_open(token.content):
                token.children = [Token("text", "", 0, content=token.content)]
                notes(state.env).lost.append(Lost(notes(state.env).line, "[", "limit-brackets"))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)
        before = token


def _undefined(state: StateInline, silent: bool) -> bool:
    """Note a reference that came past the rules for links, pictures and footnotes, and leave it to be text."""
    assert isinstance(state, _State)
    if not silent and state.src[state.pos] == "[" and (at := _REFERENCE.match(state.src, state.pos, state.posMax)):
        notes(state.env).undefined.append(Found(state.line(state.pos), at[0]))
    return False


def _unclosed(state: StateInline) -> None:
    """Note the marks of emphasis and of code that have found no other half."""
    line = notes(state.env).line
    for token in state.tokens:
        line = token.map[0] if token.map else line
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "text" and "`" in token.content:
            ticks = re.finditer(r"[^\s`]*`+\S*", token.content)
            notes(state.env).unclosed += [Found(line, tick[0]) for tick in ticks]
    lists = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in [state.delimiters, *lists]:
        closing = {delimiter.end for delimiter in delimiters}
        runs: list[list[Delimiter]] = []
        for index, delimiter in enumerate(delimiters):
            if delimiter.end != -1 or index in closing:
                continue
            if runs and (runs[-1][-1].token, runs[-1][-1].marker) == (delimiter.token - 1, delimiter.marker):
                runs[-1].append(delimiter)
            else:
                runs.append([delimiter])
        for run in runs:
            text = "".join(state.tokens[delimiter.token].content for delimiter in run)
            first = run[0]
            # 5 * 3 and 2*3 are sums, and a star behind a word points at a note; two of them never mean anything else.
            double = len(text) > 1
            if text == "~" or (text == "_" and _within_a_path(state, first)):
                continue  # some five kilometres, ~5 km; docs/_layouts
            if (first.open or first.close) if double else (first.open and not first.close):
                _note_unclosed(state, run, text)


def _note_unclosed(state: StateInline, run: list[Delimiter], text: str) -> None:
    token = state.tokens[run[0].token]
    found = _beside(state, run[0].token, -1) + text + _beside(state, run[-1].token, 1)
    notes(state.env).unclosed.append(Found(token.map[0] if token.map else 0, found))


def _within_a_path(state: StateInline, mark: Delimiter) -> bool:
    before = state.tokens[mark.token - 1].content if mark.token else ""
    return before.endswith(("/", "\\", "-", "."))


def _beside(state: StateInline, at: int, step: int) -> str:
    """What stands next to a mark, up to a space."""
    word = ""
    while 0 <= (at := at + step) < len(state.tokens) and (token := state.tokens[at]).type in _WORDS:
        content = token.content or token.markup
        part = re.search(r"^\S*" if step > 0 else r"\S*$", content)
        piece = part[0] if part else ""
        word = word + piece if step > 0 else piece + word
        if piece != content:
            break
    return word

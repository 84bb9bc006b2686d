"""Footnotes: `text[^1]` and `[^1]: the note`, drawn as python-markdown draws them; what has no other half is noted."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from portal.markdown.findings import Lost
from portal.markdown.notes import notes
from portal.markdown.renderer import element


def plugin(md: MarkdownIt) -> None:
    """Read footnotes; they stand at the end of the text."""
    md.use(footnote_plugin, inline=False)
    md.core.ruler.before("footnote_tail", "footnotes_lost", _lost)
    md.core.ruler.after("footnote_tail", "footnotes_drawn", _drawn)
    md.add_render_rule("footnote_ref", _reference)
    md.add_render_rule("footnote_anchor", _back)


def _lost(state: StateCore) -> None:
    """Notes that nobody refers to are not on the page; of two of a name one is not."""
    used = state.env.get("footnotes", {}).get("refs", {})
    seen = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open" and token.map:
            label = token.meta["label"]
            reason = "footnote-double" if label in seen else "footnote" if used.get(f":{label}", -1) < 0 else ""
            if reason:
                notes(state.env).lost.append(Lost(token.map[0], f"[^{label}]", reason))
            seen.add(label)


def _note(token: Token) -> str:
    """The `id` of a note."""
    return f"fn:{token.meta['label']}"


def place(token: Token) -> str:
    """The `id` of a reference to it: the first without a number, then 2, 3 ..."""
    return f"fnref{token.meta['subId'] + 1 if token.meta['subId'] else ''}:{token.meta['label']}"


def _reference(_: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    token = tokens[index]
    link = element("a", str(token.meta["id"] + 1), class_="footnote-ref", href=f"#{_note(token)}")
    return element("sup", link, id=place(token))


def _back(_: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    token = tokens[index]
    words = {"href": f"#{place(token)}", "title": f"\u21a9 {token.meta['id'] + 1}"}
    return "&#160;" + element("a", "&#8617;", class_="footnote-backref", **words)


def _drawn(state: StateCore) -> None:
    """The list of notes as tokens of its own, drawn like every other list."""
    tokens = []
    for token in state.tokens:
        match token.type:
            case "footnote_block_open":
                tokens.append(Token("footnotes_open", "div", 1, block=True, attrs={"class": "footnote"}))
                tokens.append(Token("hr", "hr", 0, block=True))
                tokens.append(Token("footnotes_open", "ol", 1, block=True))
            case "footnote_block_close":
                tokens.append(Token("footnotes_close", "ol", -1, block=True))
                tokens.append(Token("footnotes_close", "div", -1, block=True))
            case "footnote_open":
                tokens.append(Token("footnote_item_open", "li", 1, block=True, attrs={"id": _note(token)}))
            case "footnote_close":
                tokens.append(Token("footnote_item_close", "li", -1, block=True))
            case _:
                tokens.append(token)
    state.tokens = tokens

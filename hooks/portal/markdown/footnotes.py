"""Footnotes: `text[^1]` and `[^1]: the note`, drawn as python-markdown draws them; what has no other half is noted."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from portal.markdown.findings import Lost
from portal.markdown.notes import notes

_BACK = "&#8617;"


def plugin(md: MarkdownIt) -> None:
    """Read footnotes; they stand at the end of the text."""
    md.use(footnote_plugin, inline=False)
    md.core.ruler.before("footnote_tail", "footnotes_lost", _lost)
    md.add_render_rule("footnote_ref", _reference)
    md.add_render_rule("footnote_block_open", _block_open)
    md.add_render_rule("footnote_block_close", _block_close)
    md.add_render_rule("footnote_open", _open)
    md.add_render_rule("footnote_anchor", _back)


def _lost(state: StateCore) -> None:
    """Notes that nobody refers to are not on the page; of two of a name one is not."""
    used = state.env.get("footnotes", {}).get("refs", {})
    seen = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open" and token.map:
            label = token.meta["label"]
            reason = "footnote.double" if label in seen else "footnote" if used.get(f":{label}", -1) < 0 else ""
            if reason:
                notes(state.env).lost.append(Lost(token.map[0], f"[^{label}]", reason))
            seen.add(label)


def _name(token: Token) -> str:
    return escapeHtml(token.meta["label"])


def _nth(token: Token) -> str:
    """What tells the references to one note apart: nothing for the first, then 2, 3 ..."""
    return str(token.meta["subId"] + 1) if token.meta["subId"] else ""


def _reference(_: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    token = tokens[index]
    link = f'<a class="footnote-ref" href="#fn:{_name(token)}">{token.meta["id"] + 1}</a>'
    return f'<sup id="fnref{_nth(token)}:{_name(token)}">{link}</sup>'


def _block_open(*_: Any) -> str:
    return '<div class="footnote">\n<hr />\n<ol>\n'


def _block_close(*_: Any) -> str:
    return "</ol>\n</div>\n"


def _open(_: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    return f'<li id="fn:{_name(tokens[index])}">\n'


def _back(_: Any, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    token = tokens[index]
    number = token.meta["id"] + 1
    return (
        f'&#160;<a class="footnote-backref" href="#fnref{_nth(token)}:{_name(token)}" '
        f'title="\u21a9 {number}">{_BACK}</a>'
    )

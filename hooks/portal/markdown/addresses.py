"""Addresses that merely stand in the text become links, as on GitHub."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

_RULE = "gfm_autolink_protocol"
_SCHEMES = ("http", "https", "mailto")


def plugin(md: MarkdownIt) -> None:
    """Use the plugin, but let it look back only from a colon behind a scheme.

    It searches all that was read of a paragraph at each colon, so that a list of 20,000 of them took seconds.
    """
    md.use(gfm_autolink_plugin)
    (protocol,) = [rule.fn for rule in md.inline.ruler.__rules__ if rule.name == _RULE]

    def behind_a_scheme(state: StateInline, silent: bool) -> bool:
        return (
            not silent
            and state.src[state.pos] == ":"
            and state.src.endswith(_SCHEMES, 0, state.pos)
            and protocol(state, silent)
        )

    md.inline.ruler.at(_RULE, behind_a_scheme)

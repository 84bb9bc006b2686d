"""Attributes: `*word*{: lang=nl }`, and on the last line of a paragraph for all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from portal.markdown.findings import Found
from portal.markdown.notes import Notes, notes
from portal.markdown.safety import ATTRIBUTES

_LIST = re.compile(r"""\{(?::|(?=[#.]))((?:"[^"\n]*"|'[^'\n]*'|[^{}"'\n])*)\}""")
_AT_THE_END_OF_A_LINE = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th")


def plugin(md: MarkdownIt) -> None:
    """Read `{: ... }`, and give it to what stands before it."""
    md.inline.ruler.before("escape", "attributes", _rule)
    md.core.ruler.before("text_join", "attributes", _assign_all)


def names_and_values(text: str, line: int, noted: Notes) -> dict[str, str]:
    """The attributes in a text such as `.button lang=nl`; those that are not ours are noted and left out."""
    result: dict[str, str] = {}
    pairs, _ = get_attrs_and_remainder(text.strip())
    for key, value in pairs:
        name = "class" if key == "." else key
        if name not in ATTRIBUTES:
            noted.bad_attributes.append(Found(line, name))
        elif name == "class" and "class" in result:
            result["class"] += f" {value}"
        else:
            result[name] = value or ""
    return result


def _rule(state: StateInline, silent: bool) -> bool:
    found = _LIST.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if not found:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = found[0]
        token.info = found[1]
    state.pos = found.end()
    return True


def _assign_all(state: StateCore) -> None:
    for index, block in enumerate(state.tokens):
        if block.type == "inline" and block.children and any(child.type == "attributes" for child in block.children):
            _assign(state.tokens, index, block.children, notes(state.env))


def _assign(blocks: Sequence[Token], index: int, children: list[Token], noted: Notes) -> None:
    for at, token in enumerate(children):
        if token.type != "attributes":
            continue
        line = token.map[0] if token.map else 0
        target = _before(children, at)
        if target is None and at == len(children) - 1:
            target = _around(blocks, index, children)
        if target is None:
            noted.stray_attributes.append(Found(line, token.content))
            token.type = "text"
            continue
        token.content = ""
        for name, value in names_and_values(token.info, line, noted).items():
            if name == "class":
                target.attrJoin(name, value)
            else:
                target.attrSet(name, value)
    children[:] = [child for child in children if child.type != "attributes"]
    while children and children[-1].type == "softbreak":
        children.pop()


def _before(children: Sequence[Token], at: int) -> Token | None:
    """The emphasis, link, code or picture that ends right before the attributes."""
    last = at - 1
    while last >= 0 and children[last].type == "text" and not children[last].content:
        last -= 1  # what a mark of emphasis leaves behind
    if last < 0:
        return None
    token = children[last]
    if token.type in ("code_inline", "image"):
        return token
    if token.nesting == -1:
        depth = 0
        for opening in range(last, -1, -1):
            depth -= children[opening].nesting
            if depth == 0:
                return children[opening]
    return None


def _around(blocks: Sequence[Token], index: int, children: list[Token]) -> Token | None:
    """The block that the attributes end: a heading or cell on the same line, anything else on a line of their own."""
    opening = blocks[index - 1]
    if len(children) < 2:
        return None
    before = children[-2]
    if opening.tag in _AT_THE_END_OF_A_LINE and before.type == "text" and before.content.endswith(" "):
        before.content = before.content.rstrip()
        return opening
    if before.type != "softbreak":
        return None
    # The paragraph of a list without blank lines is not drawn; its point is.
    return blocks[index - 2] if opening.hidden else opening

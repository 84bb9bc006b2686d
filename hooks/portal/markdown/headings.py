"""Headings: the address of each, as python-markdown makes it, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterable

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from portal.markdown.notes import notes


def plugin(md: MarkdownIt) -> None:
    """Give every heading an `id` that nothing else on the page has."""
    md.core.ruler.before("text_join", "headings", _name_all)


def plain(children: Iterable[Token] | None) -> str:
    """The words of a paragraph as a reader sees them, footnotes aside."""
    parts = []
    for child in children or ():
        if child.type in ("text", "code_inline", "html_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()


def _name_all(state: StateCore) -> None:
    taken = {str(token.attrs["id"]) for token in state.tokens if "id" in token.attrs}
    for block in state.tokens:
        taken |= {str(child.attrs["id"]) for child in block.children or () if "id" in child.attrs}
    counted: dict[str, int] = {}
    for index, token in enumerate(state.tokens):
        if token.type == "heading_open":
            text = plain(state.tokens[index + 1].children)
            identifier = str(token.attrs.get("id") or unique(slugify(text, "-"), taken, counted))  # type: ignore[call-arg]  # theirs are of an older version
            token.attrs["id"] = identifier
            level = int(token.tag[1])
            notes(state.env).toc.append({"level": level, "id": identifier, "name": escapeHtml(text)})

"""Pictures on a line of their own: each is a figure, with its caption and room for its credit."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BETWEEN = ("softbreak", "hardbreak")


def plugin(md: MarkdownIt) -> None:
    """Make figures of the paragraphs that hold pictures and nothing else."""
    md.core.ruler.before("text_join", "figures", _make)


def _make(state: StateCore) -> None:
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type == "inline" and tokens[-1].type == "paragraph_open" and (pictures := _alone(token)):
            tokens[-1:] = [Token("figure", "figure", 0, children=[picture], map=picture.map) for picture in pictures]
        elif token.type != "paragraph_close" or tokens[-1].type != "figure":
            tokens.append(token)
    state.tokens = tokens


def _alone(paragraph: Token) -> list[Token]:
    children = [child for child in paragraph.children or () if child.type != "text" or child.content.strip()]
    if all(child.type == "image" or child.type in _BETWEEN for child in children):
        return [child for child in children if child.type == "image"]
    return []

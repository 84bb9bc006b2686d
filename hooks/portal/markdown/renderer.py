"""From tokens to HTML. Text is escaped wherever it comes from; raw HTML comes out as the text that was written."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

Env = MutableMapping[str, Any]


def element(tag: str, content: str, **attributes: object) -> str:
    """An element around markup. `class_` is `class`, since Python has that word for itself."""
    given = {name.rstrip("_"): value for name, value in attributes.items()}
    return f"<{tag}{_written(given)}>{content}</{tag}>"


def _written(attributes: Mapping[str, object]) -> str:
    """The attributes in one order, whichever way they came."""
    return "".join(f' {escapeHtml(name)}="{escapeHtml(str(value))}"' for name, value in sorted(attributes.items()))


class Renderer(RendererHTML):
    """Draws as python-markdown does where CommonMark leaves the choice."""

    @staticmethod
    def renderAttrs(token: Token) -> str:  # noqa: N802 - the base class's name
        """The attributes of a token, escaped."""
        return _written(token.attrs)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A block of HTML, as text."""
        return element("p", escapeHtml(tokens[idx].content.strip())) + "\n"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A tag, as text."""
        return escapeHtml(tokens[idx].content)

    def figure(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A picture and its caption. The page puts the sizes of the picture and its credit in."""
        picture = (tokens[idx].children or [])[0]
        caption = str(picture.attrs.pop("title", ""))
        note = element("figcaption", escapeHtml(caption)) if caption else ""
        return element("figure", self.renderInline([picture], options, env) + note) + "\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Code, with the class of its language."""
        token = tokens[idx]
        outer = {name: value for name, value in token.attrs.items() if name == "id"}
        inner = {name: value for name, value in token.attrs.items() if name != "id"}
        return element("pre", element("code", escapeHtml(token.content), **inner), **outer) + "\n"

    def task(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """The box of a task: a character rather than a form, since nothing here can be ticked."""
        return "\u2611 " if tokens[idx].info else "\u2610 "

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A point. The box of a task stands within its text."""
        return self.renderToken(tokens, idx, options, env)

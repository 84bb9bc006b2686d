"""From tokens to HTML. Text is escaped wherever it comes from; raw HTML comes out as the text that was written."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

Env = MutableMapping[str, Any]


class Renderer(RendererHTML):
    """Draws as python-markdown does where CommonMark leaves the choice."""

    @staticmethod
    def renderAttrs(token: Token) -> str:  # noqa: N802 - the base class's name
        """The attributes in one order, whichever way they were written."""
        given = sorted(token.attrs.items())
        return "".join(f' {escapeHtml(name)}="{escapeHtml(str(value))}"' for name, value in given)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A block of HTML, as text."""
        return f"<p>{escapeHtml(tokens[idx].content.strip())}</p>\n"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A tag, as text."""
        return escapeHtml(tokens[idx].content)

    def figure(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A picture and its caption. The page puts the sizes of the picture and its credit in."""
        picture = (tokens[idx].children or [])[0]
        caption = str(picture.attrs.pop("title", ""))
        note = f"<figcaption>{escapeHtml(caption)}</figcaption>" if caption else ""
        return f"<figure>{self.renderInline([picture], options, env)}{note}</figure>\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Code, with the class of its language."""
        token = tokens[idx]
        code = Token("code", "code", 1, attrs={k: v for k, v in token.attrs.items() if k != "id"})
        identifier = f' id="{escapeHtml(str(token.attrs["id"]))}"' if "id" in token.attrs else ""
        return f"<pre{identifier}><code{self.renderAttrs(code)}>{escapeHtml(token.content)}</code></pre>\n"

    def task(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """The box of a task: a character rather than a form, since nothing here can be ticked."""
        return "\u2611 " if tokens[idx].info else "\u2610 "

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """A point. The box of a task stands within its text."""
        return self.renderToken(tokens, idx, options, env)

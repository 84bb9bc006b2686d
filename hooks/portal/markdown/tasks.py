"""Lists of tasks: `- [ ] to do` and `- [x] done`."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def plugin(md: MarkdownIt) -> None:
    """Read tasks, and put the box of each within its text."""
    md.options["tasklists"] = True
    md.core.ruler.after("inline", "tasks", _boxes)


def _boxes(state: StateCore) -> None:
    for index, token in enumerate(state.tokens):
        if token.type == "list_item_open" and "checked" in token.meta:
            box = Token("task", "", 0, info="x" if token.meta["checked"] else "")
            text = next((t for t in state.tokens[index : index + 3] if t.type == "inline"), None)
            if text and text.children is not None:
                text.children.insert(0, box)
            else:  # [ ] before code or another list
                state.tokens.insert(index + 1, Token("inline", "", 0, children=[box], map=token.map))

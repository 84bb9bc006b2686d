"""The dialect: CommonMark and GitHub's additions, with boxes, attributes, footnotes and lists of terms; no raw HTML.

`convert` is all that others need: text in; markup, findings and table of contents out. It reads nothing else and keeps
nothing, so its result may be kept by the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from markdown.extensions.toc import nest_toc_tokens
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

from portal.markdown import addresses, attributes, boxes, code, figures, footnotes, headings, inline, tables, tasks
from portal.markdown.findings import Findings, Lost
from portal.markdown.limits import MAX_DEPTH, too_long
from portal.markdown.notes import Notes
from portal.markdown.reading import read
from portal.markdown.renderer import Renderer, element

_KEPT = 8192
"""How many pages of a run are kept converted: those of the largest site we measure, twice over."""


class Converted(NamedTuple):
    """A text, converted."""

    html: str
    """With links as they were written: to `.md` files and delivered pictures."""
    findings: Findings
    toc: tuple[Mapping[str, Any], ...]
    """Headings within headings, as MkDocs wants them: `level`, `id`, `name`, `children`."""


@lru_cache(maxsize=_KEPT)
def convert(text: str) -> Converted:
    """Convert the Markdown of a page, the part below its fields."""
    if too_long(text):
        return Converted(element("pre", escapeHtml(text)), Findings(lost=(Lost(1, "", "limit-size"),)), ())
    noted = Notes()
    env: dict[str, Any] = {"notes": noted}
    parser = _parser()
    tokens = parser.parse(text, env)
    found = read(tokens, env, noted)
    html = parser.renderer.render(tokens, parser.options, env)
    return Converted(html.rstrip("\n"), found, tuple(nest_toc_tokens(noted.toc)))


@cache
def _parser() -> MarkdownIt:
    options = {"maxNesting": MAX_DEPTH, "store_labels": True, "strikethrough_single_tilde": True}
    md = MarkdownIt("commonmark", options, renderer_cls=Renderer)
    md.enable("strikethrough")
    # Every link is read, so that one which is refused can be named; `read` takes it out.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # as it was written
    for plugin in (inline.plugin, tables.plugin, footnotes.plugin, addresses.plugin):
        md.use(plugin)
    md.use(deflist_plugin)
    _colons_alone(md)
    for plugin in (boxes.plugin, code.plugin, tasks.plugin, attributes.plugin, headings.plugin, figures.plugin):
        md.use(plugin)
    return md


def _colons_alone(md: MarkdownIt) -> None:
    """The plugin takes `~ 5 km` below a line for an explanation too, which nobody means who has not read of it."""
    (deflist,) = [rule.fn for rule in md.block.ruler.__rules__ if rule.name == "deflist"]

    def with_colon(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start + 1
        if below < end and state.isEmpty(below):
            below += 1
        marked = below < end and state.src[state.bMarks[below] + state.tShift[below] :][:1] == ":"
        return marked and deflist(state, start, end, silent)

    md.block.ruler.at("deflist", with_colon, {"alt": ["paragraph", "reference", "blockquote"]})

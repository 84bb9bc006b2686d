"""The dialect as an extension of python-markdown, which is what MkDocs calls: `markdown_extensions: [portal.markdown]`.

MkDocs looks at the tree of a page for its links and anchors. It is given a tree of just those, and the addresses that
it puts in are put into the markup.
"""

from __future__ import annotations

import html
import re
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions import Extension

from portal.markdown.dialect import convert
from portal.markdown.pictures import is_made

_ADDRESS = re.compile(r'(<(a|img)\b[^<>]*? (href|src)=")([^"]*)')
"""A link in our own markup, in which every `"`, `<` and `>` of a text is escaped."""


class PortalMarkdown(Extension):
    """Puts our conversion in the place of python-markdown's."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the base class's name
        """Nothing of python-markdown's own parsing stays; what MkDocs registers after us is run on our links."""
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.convert = partial(_convert, md)  # type: ignore[method-assign]


def makeExtension(**kwargs: Any) -> PortalMarkdown:  # noqa: N802 - the name python-markdown looks for
    """What `markdown_extensions: [portal.markdown]` loads."""
    return PortalMarkdown(**kwargs)


def _convert(md: markdown.Markdown, text: str) -> str:
    converted = convert(text)
    md.toc_tokens = list(converted.toc)  # type: ignore[attr-defined]
    tree = Element("div")
    for anchor in sorted(converted.findings.anchors):
        SubElement(tree, "span", id=anchor)
    links: list[Element] = []

    def keep(found: re.Match[str]) -> str:
        address = html.unescape(found[4])
        if found[2] == "img" and is_made(address):
            return found[0]
        links.append(SubElement(tree, found[2], {found[3]: address}))
        return f"{found[1]}\0"

    marked = _ADDRESS.sub(keep, converted.html)
    for processor in md.treeprocessors:
        processor.run(tree)
    return _put_in(marked, links)


def _put_in(marked: str, links: list[Element]) -> str:
    first, *others = marked.split("\0")
    addresses = (html.escape(link.get("href") or link.get("src") or "") for link in links)
    return first + "".join(address + part for address, part in zip(addresses, others, strict=True))

"""Text of a page for who reads it elsewhere: every address in it whole."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser


def with_whole_addresses(html: str, address: str, picture: Callable[[str], str | None]) -> str:
    """Markup in which what was said from `address`, the whole address of its page, can be read anywhere.

    `picture` gives the whole address at which a picture is published that the text names by its file, or None.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css("[href]"):
        node.attrs["href"] = urljoin(address, node.attributes["href"] or "")
    for node in tree.css("[src]"):
        source = node.attributes["src"] or ""
        node.attrs["src"] = picture(source) or urljoin(address, source)
    return (tree.body.inner_html if tree.body else "") or ""

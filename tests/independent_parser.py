"""The structure of a text as an independent parser sees it (cmark-gfm, GitHub's own, in C), and as we draw it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portal.markdown import convert

_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
_KEPT = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "em", "strong", "del", "img"),
}
_NAMES = {"s": "del"}
_OURS = re.compile(r'<dl>|<div class="admonition')


def theirs(text: str) -> list[str]:
    """The elements and words that GitHub's parser gives."""
    return list(_flat(cmarkgfm.github_flavored_markdown_to_html(text, _OPTIONS)))


def ours(text: str) -> list[str]:
    """The elements and words that we give."""
    return list(_flat(convert(text).html))


def shared(text: str) -> str:
    """A text in what both parsers know.

    HTML, which we refuse, is made text; `{: }`, which is ours, is taken out. And three places are evened out where
    GitHub's parser leaves the specification: an address right behind a quotation mark, a bracket or what is left of a
    tag, one with its `@` written as an entity, and a `[name]: address` that makes the list around it loose.
    """
    text = text.replace("&#x40;", " at ")
    definitions = re.compile(r"(?m)^ +(\[[^\]\n^]+\]:\s+\S+[^\n]*)\n")
    text = "\n\n".join([definitions.sub("", text), *definitions.findall(text)])
    text = re.sub(r" *\{[:#.][^}\n]*\}", "", text)
    text = re.sub(r"<(?!https?:|mailto:|[^<>\s]+@)(?=[A-Za-z/!?])", "\u2039", text)
    text = re.sub(r"(?<=[\"'>;=&])(?:mailto:)?([\w.+-]+)@", r"\1 at ", text)
    return re.sub(r"(?<=[^\s*_~(<\w])(https?)://", r"\1:", text)


def comparable(text: str) -> bool:
    """Whether a text is without boxes and lists of terms, which are ours, and without links that we refuse."""
    converted = convert(text)
    return not _OURS.search(converted.html) and not converted.findings.bad_links


def _flat(html: str) -> Iterator[str]:
    body = LexborHTMLParser(html).body
    words: list[str] = []
    for item in _walk(body) if body else ():
        if item.startswith("<"):
            yield from " ".join("".join(words).split()).split(" ") if "".join(words).strip() else ()
            words = []
            yield item
        else:
            words.append(item)
    yield from "".join(words).split()


def _walk(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text(deep=False)
        elif _is_apart(child):
            continue
        elif child.tag == "input":
            yield "\u2611" if "checked" in child.attributes else "\u2610"
        else:
            name = _NAMES.get(child.tag or "", child.tag)
            shown = name in _KEPT and not _holds_pictures(child)
            if shown:
                yield f"<{name}{_attributes(child)}>"
            yield from _walk(child)
            if shown:
                yield f"</{name}>"


def _attributes(node: LexborNode) -> str:
    kept = ("href", "src", "alt", "start")
    given = {name: " ".join(unquote(value or "").split()) for name, value in node.attributes.items() if name in kept}
    return "".join(f" {name}={value}" for name, value in sorted(given.items()))


def _holds_pictures(node: LexborNode) -> bool:
    """Whether a paragraph is one of pictures alone, each of which is a figure with us."""
    inside = [child for child in node.iter(include_text=True) if child.tag != "-text" or child.text().strip()]
    return node.tag == "p" and bool(inside) and all(child.tag in ("img", "br") for child in inside)


def _is_apart(node: LexborNode) -> bool:
    """Footnotes, which each parser draws in its own way, and captions, which are our own."""
    classes = (node.attributes.get("class") or "").split()
    return node.tag in ("sup", "section", "figcaption") or "footnote" in classes

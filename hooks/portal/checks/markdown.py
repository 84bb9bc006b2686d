"""What the text of a page may hold: no raw HTML, safe links and attributes, one h1, named pictures and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from portal.checks.debris.unfinished import is_gap
from portal.checks.elsewhere import is_local, mended
from portal.markdown import ATTRIBUTES, Findings, Found
from portal.markdown.limits import MAX_BYTES, MAX_OPEN
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import Story
from portal.words.problem import Problem
from portal.words.wording import wording

_TAG = re.compile(r"<([a-z][a-z0-9]*)", re.IGNORECASE)
_END = re.compile(r"</([a-z][a-z0-9]*)", re.IGNORECASE)
_ALIKE = {
    **dict.fromkeys(["strong"], "b"),
    **dict.fromkeys(["em", "cite", "dfn"], "i"),
    **dict.fromkeys(["h2", "h3", "h4", "h5", "h6"], "h1"),
    **dict.fromkeys(["video", "audio", "embed", "object", "script"], "iframe"),
    **dict.fromkeys(["span", "center", "font", "p", "section", "small", "big", "u"], "div"),
    **dict.fromkeys(["ol", "li"], "ul"),
    **dict.fromkeys(["tr", "td", "th", "thead", "tbody"], "table"),
    **dict.fromkeys(["pre", "kbd", "samp", "tt"], "code"),
    **dict.fromkeys(["s", "strike"], "del"),
    **dict.fromkeys(["picture", "figure", "svg"], "img"),
    **dict.fromkeys(["form", "button", "select", "textarea"], "input"),
    "sub": "sup",
    "summary": "details",
}
"""Tags with the same thing to do instead, `markdown.html.<tag>` in wording.yml."""
_LIMITS = {"kilobytes": MAX_BYTES // 1024, "open": MAX_OPEN}


def check(site: Site) -> Iterator[Problem]:
    """Everything that is refused in Markdown."""
    for page in site.pages.values():
        if page.body.strip():
            yield from _problems(page, site.findings(page))
        shout = page.about.shout if isinstance(page.about, Story) else None
        if shout and _plain(shout) not in _plain(page.body):
            yield page.file.problem("shout.absent", "shout")


def _problems(page: Page[Any], found: Findings) -> Iterator[Problem]:
    def problems(key: str, pieces: Iterable[Found], **words: object) -> Iterator[Problem]:
        for piece in pieces:
            yield page.file.on(page.line(piece.line), key, found=piece.text.split("\n")[0], **words)

    opened = {name for tag in found.raw_html if (name := _name(tag.text))}
    for tag in found.raw_html:
        if not (name := _name(tag.text)) and _closing(tag.text) in opened:
            continue  # the end of what is told already
        if is_gap(tag.text.strip("<>/")):
            continue  # a word to be filled in, and told as one
        key = f"markdown.html.{_ALIKE.get(name, name)}"
        yield from problems(key if key in wording() else "markdown.html", [tag])
    yield from problems("markdown.comment", found.comments)
    yield from problems(
        "markdown.scheme", (link for link in found.bad_links if not (mended(link.text) or is_local(link.text)))
    )
    yield from problems("link.local", (link for link in found.bad_links if is_local(link.text)))
    yield from problems("markdown.attribute", found.bad_attributes, allowed=", ".join(ATTRIBUTES))
    yield from problems("markdown.stray", found.stray_attributes)
    yield from problems("markdown.box", found.boxes_without_title)
    yield from problems("markdown.h1", (Found(title.line, title.text) for title in found.headings if title.level == 1))
    for lost in found.lost:
        yield from problems(f"markdown.lost.{lost.reason}", [lost], **_LIMITS)


def _name(tag: str) -> str:
    opening = _TAG.match(tag)
    return opening[1].lower() if opening else ""


def _closing(tag: str) -> str:
    end = _END.match(tag)
    return end[1].lower() if end else ""


def _plain(text: str) -> str:
    """A text without emphasis, links and line breaks."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"\{:[^}]*\}|[*_`]", "", text).split())

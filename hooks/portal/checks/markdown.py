"""What the text of a page may hold: no raw HTML, safe links and attributes, one h1, named pictures and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from portal.checks.elsewhere import mended
from portal.markdown import ATTRIBUTES, Findings, Found
from portal.markdown.limits import MAX_BYTES, MAX_OPEN
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import Story
from portal.words.problem import Problem

_BREAK = re.compile(r"<br\b", re.IGNORECASE)
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

    for tag in found.raw_html:
        yield from problems("markdown.html.br" if _BREAK.match(tag.text) else "markdown.html", [tag])
    yield from problems("markdown.comment", found.comments)
    yield from problems("markdown.scheme", (link for link in found.bad_links if not mended(link.text)))
    yield from problems("markdown.attribute", found.bad_attributes, allowed=", ".join(ATTRIBUTES))
    yield from problems("markdown.stray", found.stray_attributes)
    yield from problems("markdown.box", found.boxes_without_title)
    yield from problems("markdown.h1", (Found(title.line, title.text) for title in found.headings if title.level == 1))
    for lost in found.lost:
        yield from problems(f"markdown.lost.{lost.reason}", [lost], **_LIMITS)


def _plain(text: str) -> str:
    """A text without emphasis, links and line breaks."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"\{:[^}]*\}|[*_`]", "", text).split())

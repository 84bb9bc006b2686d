"""What the text of a page may hold: no raw HTML, safe links and attributes, one h1, named pictures and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.content.reading import line_of
from portal.markdown import ATTRIBUTES, Findings
from portal.model.site import Page, Site
from portal.schema.page import Story
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Everything that is refused in Markdown."""
    for page in site.pages.values():
        if page.body.strip():
            yield from _problems(page, site.findings(page))
        shout = page.front.shout if isinstance(page.front, Story) else None
        if shout and _plain(shout) not in _plain(page.body):
            yield page.file.problem("shout.absent", "shout")


def _problems(page: Page, found: Findings) -> Iterator[Problem]:
    def problem(key: str, text: str, **words: object) -> Problem:
        line = line_of(page.body, text, page.body_line)
        return page.file.on(line, key, found=text.split("\n")[0], **words)

    for tag in found.raw_html:
        yield problem("markdown.html", tag)
    for link in found.bad_links:
        yield problem("markdown.scheme", link)
    for name in found.bad_attributes:
        yield problem("markdown.attribute", name, allowed=", ".join(ATTRIBUTES))
    for picture in found.pictures_without_text:
        yield problem("markdown.picture", picture)
    for heading in found.top_headings:
        yield problem("markdown.h1", heading)
    for kind in found.boxes_without_title:
        yield problem("markdown.box", f"!!! {kind}")


def _plain(text: str) -> str:
    """A text without emphasis, links and line breaks."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"\{:[^}]*\}|[*_`]", "", text).split())

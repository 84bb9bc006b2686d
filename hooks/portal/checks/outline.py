"""The outline of a page in its languages: headings, lists and links that one has and the other has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from portal.checks.gone import linked
from portal.model.page import Page
from portal.model.site import Site
from portal.words.problem import Problem
from portal.words.wording import Tongue


def check(site: Site) -> Iterator[Problem]:
    """What was added to one version of a page and forgotten in the other."""
    for page in site.pages.values():
        default = site.page(site.languages.default, page.key)
        if not default or default is page:
            continue
        if bool(page.body.strip()) != bool(default.body.strip()):
            empty, full = (default, page) if page.body.strip() else (page, default)
            yield empty.file.problem("outline.empty", other=full.file.path)
        elif page.body.strip():
            yield from _compared(site, default, page)
            yield from _compared(site, page, default)


def _compared(site: Site, page: Page[Any], other: Page[Any]) -> Iterator[Problem]:
    here, there = site.findings(page), site.findings(other)
    words = {"language": Tongue(other.locale)}
    levels = Counter(heading.level for heading in there.headings)
    for heading in here.headings:
        levels[heading.level] -= 1
        if levels[heading.level] == -1 and len(here.headings) > len(there.headings):
            yield page.file.on(page.line(heading.line), "outline.heading", found=heading.text, **words)
    targets = {_target(other, link.address) for link in there.links}
    for link in here.links:
        if (target := _target(page, link.address)) not in targets and target and not link.bare:
            yield page.file.on(page.line(link.line), "outline.link", found=link.text, **words)
    points, fewer = (sum(passage.element == "li" for passage in found.passages) for found in (here, there))
    if points and not fewer:
        line = next(passage.line for passage in here.passages if passage.element == "li")
        yield page.file.on(page.line(line), "outline.list", **words)


def _target(page: Page[Any], address: str) -> str:
    """The page that a link leads to, whichever language it is in, or the site elsewhere; empty within the page."""
    if key := linked(page, address):
        return key[1]
    host = re.match(r"https?://([^/?#]+)", address)
    return host[1] if host else ""

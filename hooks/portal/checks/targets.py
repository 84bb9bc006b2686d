"""Every address that the content names: the links of pages, and fields such as `website`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from portal.markdown import Link
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.marks import Elsewhere, Location, walk
from portal.words.problem import Place, Problem


@dataclass(frozen=True)
class Target:
    """An address that the content names: a link of a page, or a field such as `website`."""

    address: str
    file: Place
    line: int
    at: Location = ()

    def problem(self, key: str, **words: object) -> Problem:
        """A problem with the address."""
        if self.at:
            return self.file.problem(key, *self.at, found=self.address, **words)
        return self.file.on(self.line, key, found=self.address, **words)


def targets(site: Site) -> Iterator[Target]:
    """Every address that the content names."""
    for page in site.pages.values():
        if page.body.strip():
            yield from _links(site, page)
    for entries in site.content.entries.values():
        for entry in entries.values():
            for at, _, value in walk(entry, Elsewhere):
                yield Target(value, entry.file, entry.file.line(*at), at)


def nearly_a_link(page: Page[Any], link: Link) -> bool:
    """Whether a bare address is part of a link that is one but for a sign, and told as that."""
    source = page.body.split("\n")[link.line - 1]
    return f"({link.text}" in source or f"[{link.text}" in source


def _links(site: Site, page: Page[Any]) -> Iterator[Target]:
    found = site.findings(page)
    for link in found.links:
        if link.bare and nearly_a_link(page, link):
            continue
        yield Target(unquote(link.address), page.file, page.line(link.line))
    for bad in found.bad_links:
        yield Target(unquote(bad.text), page.file, page.line(bad.line))
    for picture in found.pictures:
        yield Target(unquote(picture.address), page.file, page.line(picture.line))

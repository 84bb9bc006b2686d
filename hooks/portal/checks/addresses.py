"""Addresses: each belongs to one page, and none that was ever published vanishes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.content.reading import PUBLISHED
from portal.model.addresses import destination
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.entry import Entry
from portal.words.problem import Place, Problem, nearest


def check(site: Site) -> Iterator[Problem]:
    """Addresses taken twice, redirects that lead nowhere, addresses that are gone."""
    pages: dict[str, Page[Any]] = {}
    for page in site.pages.values():
        if (other := pages.get(page.address)) is not None:
            yield page.file.problem("address.taken", "slug", address=page.address, other=other.file.path)
        pages.setdefault(page.address, page)
    yield from _written_and_generated(site)
    redirects: set[str] = set()
    file = site.content.redirects_file
    files = {destination(address): address for address in pages}
    lower = {name.casefold(): address for name, address in files.items()}
    for i, redirect in enumerate(site.redirects):
        at = ("redirects", i, "from")
        name = destination(redirect.from_)
        if name in files:
            words = {"found": redirect.from_, "other": pages[files[name]].file.path}
            yield file.problem("redirect.taken", *at, **words, field="from")
        elif redirect.from_ in redirects:
            yield file.problem("redirect.twice", *at, found=redirect.from_)
        elif same := lower.get(name.casefold()):
            yield file.problem("redirect.case", *at, found=redirect.from_, other=same)
        lower.setdefault(name.casefold(), redirect.from_)
        redirects.add(redirect.from_)
        if redirect.to not in pages and not site.content.unread:
            words = {"found": redirect.to, "guess": nearest(redirect.to, pages)}
            yield file.problem("redirect.target", "redirects", i, "to", **words)
    if not site.content.unread:  # a page with a problem of its own has not vanished
        yield from _vanished(site, {*pages, *redirects})


def _written_and_generated(site: Site) -> Iterator[Problem]:
    """A page in content/nl/partners would give way, unseen, to the one that is made from the entry."""
    for written in site.content.pages:
        if (page := site.page(written.locale, written.key)) and isinstance(entry := page.about, Entry):
            yield written.file.problem("page.generated", path=entry.file.path)


def _vanished(site: Site, known: set[str]) -> Iterator[Problem]:
    """The list only grows; a git merge or an editor could still damage it."""
    for number, line in enumerate(site.content.published, start=1):
        address = line.strip()
        place = Place(PUBLISHED, {(): number})
        if address and not address.startswith(("/", "#")):
            yield place.problem("address.list", found=address)
        elif address.startswith("/") and address not in known:
            yield place.problem("address.vanished", found=address, guess=nearest(address, known))

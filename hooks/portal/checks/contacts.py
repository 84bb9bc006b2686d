"""Contacts: whom a reader cannot reach yet. Advice, since a site may be tried out before it has a publisher."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.schema.contact import Contact
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Contacts without an address, a number or a page."""
    for contact in site.all(Contact).values():
        if not contact.reachable:
            yield contact.file.problem("contact.empty", found=contact.slug)

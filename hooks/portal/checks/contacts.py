"""Contacts: whom a reader cannot reach yet, and what is about to run out. Advice: a site may be tried out before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from portal.model.security_txt import WHO
from portal.model.shelf_life import SOON
from portal.model.site import Site
from portal.schema.contact import Contact
from portal.words.problem import Problem

AT_MOST = timedelta(days=366)
"""How far ahead security.txt may say that it holds (RFC 9116, 2.5.5)."""


def check(site: Site) -> Iterator[Problem]:
    """Contacts without an address, a number or a page, and those that hold no longer or not for long."""
    for contact in site.all(Contact).values():
        if not contact.reachable:
            yield contact.file.problem("contact.empty", found=contact.slug)
        elif contact.expires:
            yield from _running_out(contact, site)
        elif contact.slug == WHO:
            yield contact.file.problem("contact.expires-missing")


def _running_out(contact: Contact, site: Site) -> Iterator[Problem]:
    assert contact.expires is not None
    left = contact.expires - site.day
    if left < timedelta(0):
        yield contact.file.problem("contact.overdue", "expires", day=contact.expires)
    elif left <= SOON:
        yield contact.file.problem("contact.soon", "expires", day=contact.expires)
    elif contact.slug == WHO and left >= AT_MOST:
        yield contact.file.problem("contact.too-far", "expires", day=contact.expires)

"""Invitations: the page that one leads to."""

from __future__ import annotations

from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.entry import PagedEntry
from portal.schema.invitation import INVITED_TO, Invitation


def invited_to(site: Site, locale: str, invitation: Invitation) -> Page[Any] | None:
    """The page of what an invitation names, in a language or the nearest one; None when it leads elsewhere."""
    for collection in INVITED_TO:
        entry = site.entries(collection).get(invitation.to or "")
        if isinstance(entry, PagedEntry):
            return site.nearest(locale, entry.key)
    return None

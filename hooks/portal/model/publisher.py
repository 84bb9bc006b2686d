"""Who answers for the site, as other programs are told: nobody, as long as the contact of that name is empty."""

from __future__ import annotations

from portal.model.site import Site
from portal.schema.contact import Contact

SLUG = "publisher"
"""The contact that answers for the site (content/data/contacts/publisher.yml)."""


def publisher(site: Site) -> Contact | None:
    """The publisher, once it has a name."""
    contact = site.all(Contact).get(SLUG)
    return contact if contact and contact.name else None

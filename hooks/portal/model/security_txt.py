"""security.txt (RFC 9116): whom to tell of a hole in the site, and until when that holds."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.schema.contact import Contact

PATH = ".well-known/security.txt"
"""Where the RFC wants it, from the root of the host."""
WHO = "security"
"""The entry of content/data/contacts that it is made from."""


def security_txt(site: Site, root: str) -> str | None:
    """The file for a site at the address `root`; None when nobody can be reached, or what is said has run out.

    A researcher who finds an old file must take it for untrue (RFC 9116, 2.5.5), so none is better.
    """
    contact = site.all(Contact).get(WHO)
    if not contact or not contact.expires or contact.expires < site.day or not contact.reachable:
        return None
    return "".join(f"{name}: {value}\n" for name, value in _fields(site, contact, root))


def _fields(site: Site, contact: Contact, root: str) -> Iterator[tuple[str, str]]:
    if contact.url:  # the order is that of preference (2.5.3): a page says more than a desk
        yield "Contact", str(contact.url)
    if contact.mail:
        yield "Contact", f"mailto:{contact.mail}"
    if contact.phone:
        yield "Contact", f"tel:{contact.phone.replace(' ', '-')}"
    yield "Expires", f"{contact.expires}T23:59:59Z"
    yield "Preferred-Languages", ", ".join(site.languages)
    yield "Canonical", f"{root.rstrip('/')}/{PATH}"

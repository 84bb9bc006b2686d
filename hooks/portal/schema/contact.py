"""Contacts: who answers for the site and whom the press calls, said once. Empty until it is known."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import HttpUrl, Localized, MailAddress, PhoneNumber, Text, hint


class Contact(Entry):
    """What a file in content/data/contacts says."""

    collection: ClassVar[str] = "contacts"

    role: Localized = hint("Add what one asks them.", "Voeg toe waarvoor je er terechtkunt.")
    name: Text | None = None
    mail: MailAddress | None = None
    phone: PhoneNumber | None = None
    url: HttpUrl | None = None
    hours: Localized | None = None

    @property
    def reachable(self) -> bool:
        """Whether a reader can do something with it."""
        return bool(self.mail or self.phone or self.url)

"""Contacts: who answers for the site and whom the press calls, said once. Empty until it is known."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import Day, HttpUrl, Localized, MailAddress, PhoneNumber, Text
from portal.schema.meaning import means


class Contact(Entry):
    """What a file in content/data/contacts says."""

    collection: ClassVar[str] = "contacts"

    role: Localized = means(
        en=("Role", "what one asks them"),
        nl=("Rol", "waarvoor je er terechtkunt"),
    )
    name: Text | None = means(
        default=None,
        en=("Name", "who it is: a person or a desk"),
        nl=("Naam", "wie het is: een persoon of een balie"),
    )
    mail: MailAddress | None = means(
        default=None,
        en=("Mail", "the mail address"),
        nl=("E-mail", "het e-mailadres"),
    )
    phone: PhoneNumber | None = means(
        default=None,
        en=("Telephone", "the number, in quotes, as one dials it"),
        nl=("Telefoon", "het nummer, tussen aanhalingstekens, zoals je het belt"),
    )
    url: HttpUrl | None = means(
        default=None,
        en=("Web address", "where to write to them, or to read more"),
        nl=("Webadres", "waar je ze schrijft, of meer leest"),
    )
    hours: Localized | None = means(
        default=None,
        en=("Hours", "when one reaches them"),
        nl=("Tijden", "wanneer je ze bereikt"),
    )
    expires: Day | None = means(
        default=None,
        en=("Expires", "the last day on which this holds; security.txt must have one, less than a year ahead"),
        nl=("Vervalt", "de laatste dag waarop dit klopt; security.txt moet er een hebben, minder dan een jaar vooruit"),
    )

    @property
    def reachable(self) -> bool:
        """Whether a reader can do something with it."""
        return bool(self.mail or self.phone or self.url)

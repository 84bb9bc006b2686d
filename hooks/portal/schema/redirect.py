"""Redirects: addresses that once were, and the pages that took their place (content/data/redirects.yml)."""

from __future__ import annotations

from portal.schema.fields import OldAddress, Record, SiteAddress
from portal.schema.meaning import means


class Redirect(Record):
    """One line of the list: whoever asks for `from` is led to `to`."""

    from_: OldAddress = means(
        alias="from",
        en=("Old address", "the address that was, here or in another system, such as /nl/over-ons.html"),
        nl=("Oud adres", "het adres dat er was, hier of in een ander systeem, zoals /nl/over-ons.html"),
    )
    to: SiteAddress = means(
        en=("New address", "the page that took its place, such as /verhalen/nieuwe-naam/"),
        nl=("Nieuw adres", "de pagina die ervoor in de plaats kwam, zoals /verhalen/nieuwe-naam/"),
    )


class Redirects(Record):
    """What content/data/redirects.yml says."""

    redirects: tuple[Redirect, ...] = means(
        default=(),
        en=("Redirects", "the addresses that lead on"),
        nl=("Doorverwijzingen", "de adressen die doorverwijzen"),
    )

"""Redirects: addresses that once were, and the pages that took their place (content/data/redirects.yml)."""

from __future__ import annotations

from pydantic import Field

from portal.schema.fields import OldAddress, Record, SiteAddress


class Redirect(Record):
    """One line of the list: whoever asks for `from` is led to `to`."""

    from_: OldAddress = Field(alias="from")
    to: SiteAddress


class Redirects(Record):
    """What content/data/redirects.yml says."""

    redirects: tuple[Redirect, ...] = ()

"""Campuses: the places where the clusters are."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry, Statement
from portal.schema.fields import LocalizedDescription, Name, SomeSlugs, Text


class Campus(Entry):
    """What a file in content/data/campuses says."""

    collection: ClassVar[str] = "campuses"

    name: Name
    name_in_text: Name | None = None
    aliases: tuple[Text, ...] = ()
    summary: LocalizedDescription
    facts: tuple[Statement, ...] = ()
    sources: SomeSlugs

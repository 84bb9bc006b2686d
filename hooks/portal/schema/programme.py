"""Programmes: what organisations do together without being an organisation."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, SomeSlugs, hint


class Programme(Entry):
    """What a file in content/data/programmes says."""

    collection: ClassVar[str] = "programmes"

    name: Name = hint("Add the name of the programme.", "Voeg de naam van het programma toe.")
    name_in_text: Name | None = None
    summary: LocalizedDescription
    sources: SomeSlugs

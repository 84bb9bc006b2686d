"""Terms: words a newcomer meets, explained once."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import Localized, Name, Record, SomeSlugs, Text


class Forms(Record):
    """Other forms of a term in running text, by language."""

    nl: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()

    def __getitem__(self, locale: str) -> tuple[str, ...]:
        return self.nl if locale == "nl" else self.en


class Term(Entry):
    """What a file in content/data/terms says."""

    collection: ClassVar[str] = "terms"

    name: Name
    full: Name | None = None
    definition: Localized
    forms: Forms = Forms()
    sources: SomeSlugs

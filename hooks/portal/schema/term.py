"""Terms: words a newcomer meets, explained once."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import Localized, Name, SomeSources, Text
from portal.schema.per_language import PerLanguage


class Term(Entry):
    """What a file in content/data/terms says."""

    collection: ClassVar[str] = "terms"

    name: Name
    full: Name | None = None
    definition: Localized
    forms: PerLanguage[tuple[Text, ...]] | None = None
    """Other forms of it in running text."""
    sources: SomeSources

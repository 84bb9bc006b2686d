"""Series: stories that belong together, under a name that says why."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name, hint


class Series(Entry):
    """What a file in content/data/series says. Stories name it; their order is that of their dates."""

    collection: ClassVar[str] = "series"

    name: Name = hint(
        "Add the name of the series, the same in both languages or below each other 'nl: ...' and 'en: ...'.",
        "Voeg de naam van de serie toe, in beide talen gelijk of onder elkaar 'nl: ...' en 'en: ...'.",
    )
    summary: LocalizedDescription = hint(
        "Add what joins these stories in one sentence, below each other 'nl: ...' and 'en: ...'.",
        "Voeg in een zin toe wat deze verhalen bindt, onder elkaar 'nl: ...' en 'en: ...'.",
    )

"""Series: stories that belong together, under a name that says why."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import LocalizedDescription, Name
from portal.schema.meaning import Meaning, meaning, means


class Series(Entry):
    """What a file in content/data/series says. Stories name it; their order is that of their dates."""

    collection: ClassVar[str] = "series"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Series", "stories that belong together"),
        nl=("Series", "verhalen die bij elkaar horen"),
    )

    name: Name = means(
        en=("Name", "the name of the series. Say what joins the stories, not more"),
        nl=("Naam", "de naam van de serie. Zeg wat de verhalen bindt, niet meer"),
    )
    summary: LocalizedDescription = means(
        en=("Summary", "what joins these stories, in one sentence"),
        nl=("Samenvatting", "wat deze verhalen bindt, in een zin"),
    )

"""Moments: a day in the city, from dawn to night, each with who says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, get_args

from portal.schema.drawings import Hour
from portal.schema.entry import Entry
from portal.schema.fields import Localized, SourceSlug
from portal.schema.marks import Inward
from portal.schema.meaning import Meaning, meaning, means


class Moment(Entry):
    """What a file in content/data/moments says. What is done there is sourced; that it is done then, is our idea."""

    collection: ClassVar[str] = "moments"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Moments", "what one can do in the city in the course of a day"),
        nl=("Momenten", "wat je in de loop van een dag in de stad kunt doen"),
    )

    hour: Annotated[Hour, Inward()] = means(
        en=("Hour", "when in the day it stands, which is what is drawn; the day goes in this order"),
        nl=("Moment", "wanneer op de dag het staat, en dat is wat er getekend wordt; de dag loopt in deze volgorde"),
    )
    title: Localized = means(
        en=("Title", "what to do, in a few words"),
        nl=("Titel", "wat je doet, in een paar woorden"),
    )
    text: Localized = means(
        en=("Text", "what one finds there, as the source says"),
        nl=("Tekst", "wat je er vindt, zoals de bron het zegt"),
    )
    source: SourceSlug = means(
        en=("Source", "who says so"),
        nl=("Bron", "wie dat zegt"),
    )

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in a day."""
        return get_args(Hour).index(self.hour), self.slug

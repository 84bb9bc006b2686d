"""Sources: where facts come from. Said once, referred to by slug."""

from __future__ import annotations

from typing import ClassVar

from pydantic import StrictBool

from portal.schema.entry import Entry
from portal.schema.fields import Day, HttpUrl, LanguageTag, Localized, PartialDate, Text, hint


class Source(Entry):
    """What a file in content/data/sources says."""

    collection: ClassVar[str] = "sources"

    title: Text = hint("Add the title of the page or document.", "Voeg de titel van de pagina of het stuk toe.")
    publisher: Text = hint("Add who published it.", "Voeg toe wie het heeft gepubliceerd.")
    lang: LanguageTag = hint(
        "Add the language of the title, such as nl.", "Voeg de taal van de titel toe, bijvoorbeeld nl."
    )
    url: HttpUrl | None = None
    published: PartialDate | None = None
    checked: Day = hint(
        "Add the day on which somebody read it: 2026-11-21.",
        "Voeg de dag toe waarop iemand het las: 2026-11-21.",
    )
    note: Localized | None = None
    authority: StrictBool = False
    """Whether it is of the body that carries the matter out, so that one can act there."""

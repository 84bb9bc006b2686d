"""Pictures: photos and drawings with their description and their maker. Said once, named by a page."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import ClassVar, Self

from pydantic import ConfigDict, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import FileName, Localized, Name, SourceSlug, Text
from portal.schema.meaning import means

PICTURES = PurePosixPath("content/assets/pictures")
"""Where the files stand as they were delivered; what is published is made from them."""


class Picture(Entry):
    """What a file in content/data/pictures says."""

    collection: ClassVar[str] = "pictures"
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["alt"], "properties": {"alt": {"type": "object"}}},
                {"required": ["decorative"], "properties": {"decorative": {"const": True}}},
            ]
        }
    )

    file_: FileName = means(
        alias="file",
        en=("File", "the name of the file in content/assets/pictures"),
        nl=("Bestand", "de naam van het bestand in content/assets/pictures"),
    )
    alt: Localized | None = means(
        default=None,
        en=("Description", "what can be seen, for who cannot see it; this or 'decorative'"),
        nl=("Beschrijving", "wat er te zien is, voor wie het niet ziet; dit of 'decorative'"),
    )
    decorative: StrictBool = means(
        default=False,
        en=("Decorative", "whether it adds nothing to the text; this or 'alt'"),
        nl=("Versiering", "of het niets aan de tekst toevoegt; dit of 'alt'"),
    )
    credit: Name = means(
        en=("Maker", "who made the picture"),
        nl=("Maker", "wie de foto of tekening maakte"),
    )
    licence: Text | None = means(
        default=None,
        en=("Licence", "under which licence it may be used, such as CC BY 4.0"),
        nl=("Licentie", "onder welke licentie het gebruikt mag worden, zoals CC BY 4.0"),
    )
    source: SourceSlug | None = means(
        default=None,
        en=("Source", "where it comes from"),
        nl=("Bron", "waar het vandaan komt"),
    )

    @property
    def path(self) -> PurePosixPath:
        """The file, from the root of the project."""
        return PICTURES / self.file_

    @model_validator(mode="after")
    def _described_or_decorative(self) -> Self:
        """Whoever cannot see a picture hears what it shows, or nothing: one of the two, and never by accident."""
        if self.alt is None and not self.decorative:
            raise PydanticCustomError("picture.no-alt", "neither alt nor decorative")
        if self.alt and self.decorative:
            raise PydanticCustomError("picture.two-alts", "both alt and decorative")
        return self

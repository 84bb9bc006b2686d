"""Pictures: photos and drawings with their description and their maker. Said once, named by a page."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import ClassVar, Self

from pydantic import StrictBool, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import FileName, Localized, Name, SourceSlug, Text, hint

PICTURES = PurePosixPath("content/assets/pictures")
"""Where the files stand as they were delivered; what is published is made from them."""


class Picture(Entry):
    """What a file in content/data/pictures says."""

    collection: ClassVar[str] = "pictures"

    file_: FileName = hint(
        "Add the name of the file in content/assets/pictures.",
        "Voeg de naam van het bestand in content/assets/pictures toe.",
        alias="file",
    )
    alt: Localized | None = None
    decorative: StrictBool = False
    credit: Name = hint("Add who made the picture.", "Voeg toe wie de foto of tekening maakte.")
    licence: Text | None = None
    source: SourceSlug | None = None

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

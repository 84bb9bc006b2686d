"""Figures: numbers that pages show to scale, each with what was counted and who says so."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictBool, StrictInt

from portal.schema.entry import Entry
from portal.schema.fields import Localized, PartialDate, SourceSlug, hint


class Figure(Entry):
    """What a file in content/data/figures says. Pages name it; figures of one unit are drawn to one scale."""

    collection: ClassVar[str] = "figures"

    amount: Annotated[StrictInt, Field(gt=0)] = hint(
        "Add the number, without points: 110490.", "Voeg het getal toe, zonder punten: 110490."
    )
    about: StrictBool = False
    """Whether it is an estimate: "about" stands before it."""
    unit: Localized = hint("Add what is counted, such as jobs.", "Voeg toe wat er geteld is, zoals banen.")
    counted: Localized = hint(
        "Add what was counted exactly, where and when: a number without a definition is none.",
        "Voeg toe wat er precies is geteld, waar en wanneer: een getal zonder definitie is geen getal.",
    )
    as_of: PartialDate | None = None
    source: SourceSlug = hint(
        "Add where the number can be read, a file name in content/data/sources.",
        "Voeg toe waar het getal te lezen is, een bestandsnaam in content/data/sources.",
    )

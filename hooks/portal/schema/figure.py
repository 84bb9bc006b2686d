"""Figures: numbers with what was counted and who says so, and the page that lays them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, StrictBool, StrictInt

from portal.schema.entry import Entry
from portal.schema.fields import Distinct, Localized, PartialDate, Record, Slug, SourceSlug, hint
from portal.schema.marks import Ref
from portal.schema.page import FrontMatter

FigureSubject = Literal["city", "work", "care", "study", "money"]
"""What a figure is about, in the order of the page."""


class Earlier(Record):
    """The same, counted the same way, before."""

    amount: Annotated[StrictInt, Field(gt=0)]
    as_of: PartialDate
    source: SourceSlug


class Figure(Entry):
    """What a file in content/data/figures says. Pages name it; figures of one unit are drawn to one scale."""

    collection: ClassVar[str] = "figures"

    amount: Annotated[StrictInt, Field(gt=0)] = hint(
        "Add the number, without points: 110490.", "Voeg het getal toe, zonder punten: 110490."
    )
    about: StrictBool = False
    """Whether it is an estimate: "about" stands before it."""
    more_than: StrictBool = False
    of: Annotated[StrictInt, Field(gt=1)] | None = None
    """What it is a part of: 1 of 7."""
    unit: Localized = hint("Add what is counted, such as jobs.", "Voeg toe wat er geteld is, zoals banen.")
    counted: Localized = hint(
        "Add what was counted exactly, where and when: a number without a definition is none.",
        "Voeg toe wat er precies is geteld, waar en wanneer: een getal zonder definitie is geen getal.",
    )
    as_of: PartialDate | None = None
    subject: FigureSubject = hint(
        f"Add what it is about: {', '.join(get_args(FigureSubject))}.",
        f"Voeg toe waarover het gaat: {', '.join(get_args(FigureSubject))}.",
    )
    was: Earlier | None = None
    beside: Annotated[tuple[Annotated[Slug, Ref("figures")], ...], Distinct] = ()
    """Figures that seem to contradict it: the page shows them together, each with what was counted."""
    of_whom: Annotated[tuple[Annotated[Slug, Ref("clusters", "campuses", "partners")], ...], Distinct] = ()
    withheld: Localized | None = None
    """Why it may not be published. It stays here, so that nobody brings it up again, and is on no page."""
    source: SourceSlug = hint(
        "Add where the number can be read, a file name in content/data/sources.",
        "Voeg toe waar het getal te lezen is, een bestandsnaam in content/data/sources.",
    )

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """By subject, the largest first."""
        return get_args(FigureSubject).index(self.subject), -self.amount, self.slug


class FiguresPage(FrontMatter):
    """content/<locale>/figures.md"""

    page_kind: ClassVar[str] = "figures"
    at: ClassVar[str] = "figures"

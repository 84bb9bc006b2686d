"""What every entry of a collection has: a file, a slug, and sources."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from portal.problem import Place
from portal.schema.fields import Day, Localized, PartialDate, Record, Slug


class Entry(Record):
    """One file in content/data/<collection>/: its name without `.yml` is the slug."""

    collection: ClassVar[str]
    """The folder it stands in."""
    page_kind: ClassVar[str | None] = None
    """The kind of page that is made of each entry, if any."""

    _slug: str = PrivateAttr()
    _place: Place = PrivateAttr()

    @property
    def slug(self) -> str:
        """The name of the file."""
        return self._slug

    @property
    def file(self) -> Place:
        """The file, and the lines of its fields."""
        return self._place

    def read_from(self, slug: str, place: Place) -> None:
        """Remember the file the entry was read from."""
        self._slug = slug
        self._place = place


class Statement(Record):
    """Something that is said, with where it comes from and how long it holds."""

    text: Localized
    source: Slug
    as_of: PartialDate | None = None
    """The time it speaks of."""
    checked: Day | None = None
    """The day on which somebody read it; else the day of its source."""
    valid_from: Day | None = None
    valid_until: Day | None = None
    """The first and the last day on which it is true."""
    volatile: bool = False
    """It may change any day: the reader is asked to confirm it, and the check to look again."""
    series: Slug | None = None
    """Statements of one series replace each other in time."""
    about: Localized | None = None
    """What it is about, to say that it has changed when nothing replaces it."""
    ask: Slug | None = None
    """The source to ask then."""

    @model_validator(mode="after")
    def _can_expire(self) -> Self:
        if self.valid_until and not self.about:
            raise PydanticCustomError("needs-about", "no 'about'")
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise PydanticCustomError("ends-before-start", "ends before it starts")
        return self

"""What every entry of a collection has: a file, a slug, and sources."""

from __future__ import annotations

from typing import ClassVar

from pydantic import PrivateAttr

from portal.problem import Place
from portal.schema.fields import Localized, PartialDate, Record, Slug


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
    """Something said of an entry, with where it comes from and as of when."""

    text: Localized
    source: Slug
    as_of: PartialDate | None = None

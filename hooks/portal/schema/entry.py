"""What every entry of a collection has: a file, a slug, and sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PrivateAttr, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.fields import (
    Day,
    Localized,
    LocalizedDescription,
    Name,
    PartialDate,
    Record,
    Slug,
    SomeSources,
    SourceSlug,
    Subject,
    hint,
)
from portal.schema.marks import Within
from portal.schema.per_language import PerLanguage
from portal.schema.registry import subclasses
from portal.words.problem import Place


class Entry(Record):
    """One file in content/data/<collection>/: its name without `.yml` is the slug."""

    collection: ClassVar[str]
    """The folder it stands in."""
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

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """What its place among the others of its collection follows from; `entries` has every collection by slug."""
        return (self.slug,)

    def read_from(self, slug: str, place: Place) -> None:
        """Remember the file the entry was read from."""
        self._slug = slug
        self._place = place


class Party(Entry):
    """An entry that can stand at an end of a relation."""

    name: Name = hint("Add its name.", "Voeg de naam toe.")
    name_in_text: Name | None = None
    """Its name within a sentence, where that differs: `de gemeente Nijmegen`."""


class PagedEntry(Entry, Subject):
    """An entry that is a page in each language."""

    folder: ClassVar[str]
    """The folder in which its pages stand, as if they were written there."""

    own_slug: PerLanguage[Slug] | None = Field(default=None, alias="slug")
    """The last part of its address where it is not the name of the file."""
    summary: LocalizedDescription = hint(
        "Add what it is in one sentence, below each other 'nl: ...' and 'en: ...'.",
        "Voeg in een zin toe wat het is, onder elkaar 'nl: ...' en 'en: ...'.",
    )
    sources: SomeSources = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )

    @property
    def headline(self) -> Localized:
        """The title of its page."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """The key of its page."""
        return self.key_of(self.slug)

    @classmethod
    def key_of(cls, slug: str) -> str:
        """The key of the page that the entry of a slug has."""
        return f"{cls.folder}/{slug}"


def collections() -> Mapping[str, type[Entry]]:
    """The schema of every folder of content/data that holds one entry a file, by its name."""
    found: dict[str, type[Entry]] = {}
    for schema in subclasses(Entry):
        if "collection" in vars(schema):
            other = found.setdefault(schema.collection, schema)
            if other is not schema:
                raise TypeError(f"{other.__name__} and {schema.__name__} are both the collection {schema.collection}")
    return dict(sorted(found.items()))


class Statement(Record):
    """Something that is said, with where it comes from and how long it holds."""

    text: Localized
    source: SourceSlug
    as_of: PartialDate | None = None
    """The time it speaks of."""
    checked: Day | None = None
    """The day on which somebody read it; else the day of its source."""
    valid_from: Day | None = None
    valid_until: Day | None = None
    """The first and the last day on which it is true."""
    volatile: StrictBool = False
    """It may change any day: the reader is asked to confirm it, and the check to look again."""
    series: Annotated[Slug, Within("series")] | None = None
    """Statements of one series replace each other in time."""
    about: Localized | None = None
    """What it is about, to say that it has changed when nothing replaces it."""
    ask: SourceSlug | None = None
    """The source to ask then."""

    @model_validator(mode="after")
    def _can_expire(self) -> Self:
        if self.valid_until and not self.about:
            raise PydanticCustomError("needs-about", "no 'about'")
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise PydanticCustomError("ends-before-start", "ends before it starts")
        return self

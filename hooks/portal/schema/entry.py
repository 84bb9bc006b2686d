"""What every entry of a collection has: a file, a slug, and sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, PrivateAttr, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from portal.schema import json_forms
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
)
from portal.schema.marks import Inward, Within
from portal.schema.meaning import Meaning, means
from portal.schema.per_language import PerLanguage
from portal.schema.registry import subclasses
from portal.words.problem import Place


class Entry(Record):
    """One file in content/data/<collection>/: its name without `.yml` is the slug."""

    collection: ClassVar[str]
    """The folder it stands in."""
    open_data: ClassVar[Meaning | None] = None
    """What it is called among the open data, and what it holds. Without it, it is not among them."""
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

    @property
    def withheld_from_all(self) -> bool:
        """Whether it is kept without being published."""
        return False

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """What its place among the others of its collection follows from; `entries` has every collection by slug."""
        return (self.slug,)

    def read_from(self, slug: str, place: Place) -> None:
        """Remember the file the entry was read from."""
        self._slug = slug
        self._place = place


class Party(Entry):
    """An entry that can stand at an end of a relation."""

    name: Name = means(
        en=("Name", "its name"),
        nl=("Naam", "de naam"),
    )
    name_in_text: Name | None = means(
        default=None,
        en=("Name in a sentence", "its name within a sentence, where that differs, such as 'de gemeente Nijmegen'"),
        nl=("Naam in een zin", "de naam in een zin, als die anders is, zoals 'de gemeente Nijmegen'"),
    )


class PagedEntry(Entry, Subject):
    """An entry that is a page in each language."""

    folder: ClassVar[str]
    """The folder in which its pages stand, as if they were written there."""

    own_slug: Annotated[PerLanguage[Slug] | None, Inward()] = means(
        default=None,
        alias="slug",
        en=("Address", "the last part of its address, when that should not be the name of the file"),
        nl=("Adres", "het laatste deel van het adres, als dat niet de bestandsnaam moet zijn"),
    )
    summary: LocalizedDescription = means(
        en=("Summary", "what it is in one sentence"),
        nl=("Samenvatting", "wat het is, in een zin"),
    )
    sources: SomeSources

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

    model_config = ConfigDict(json_schema_extra=json_forms.needs("valid_until", "about"))

    text: Localized = means(
        en=("Text", "what is said"),
        nl=("Tekst", "wat er wordt gezegd"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )
    as_of: PartialDate | None = means(
        default=None,
        en=("As of", "the time it speaks of"),
        nl=("Per", "de tijd waar het over gaat"),
    )
    checked: Day | None = means(
        default=None,
        en=("Checked", "the day on which somebody read it, when that is not the day of its source"),
        nl=("Nagekeken", "de dag waarop iemand het las, als dat niet de dag van de bron is"),
    )
    valid_from: Day | None = means(
        default=None,
        en=("True from", "the first day on which it is true"),
        nl=("Geldig vanaf", "de eerste dag waarop het klopt"),
    )
    valid_until: Day | None = means(
        default=None,
        en=("True until", "the last day on which it is true; it then needs 'about'"),
        nl=("Geldig tot en met", "de laatste dag waarop het klopt; dan is ook 'about' nodig"),
    )
    volatile: StrictBool = means(
        default=False,
        en=("May change any day", "whether it may change any day: the reader is then asked to confirm it"),
        nl=("Kan elke dag veranderen", "of het elke dag kan veranderen: de lezer wordt dan gevraagd het na te gaan"),
    )
    series: Annotated[Slug, Within("series")] | None = means(
        default=None,
        en=("Series", "a name that statements share which replace each other in time"),
        nl=("Reeks", "een naam die uitspraken delen die elkaar in de tijd opvolgen"),
    )
    about: Localized | None = means(
        default=None,
        en=("About", "what it is about, to say that it has changed when nothing replaces it"),
        nl=("Onderwerp", "waar het over gaat, om te zeggen dat het is veranderd als er niets voor in de plaats komt"),
    )
    ask: SourceSlug | None = means(
        default=None,
        en=("Whom to ask", "the source to ask when it has run out, if that is not its own"),
        nl=("Bij wie navragen", "de bron om bij na te vragen als het is verlopen, als dat een andere is"),
    )

    @model_validator(mode="after")
    def _can_expire(self) -> Self:
        if self.valid_until and not self.about:
            raise PydanticCustomError("needs-about", "no 'about'")
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise PydanticCustomError("ends-before-start", "ends before it starts")
        return self

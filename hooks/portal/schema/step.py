"""Steps of the relocation guide: what a newcomer must or may do, by when, and with which papers."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from portal.schema import json_forms
from portal.schema.drawings import Drawing
from portal.schema.entry import Entry, PagedEntry, Statement
from portal.schema.fields import Distinct, Localized, PhoneNumber, Record, Slug, SourceSlug, Text
from portal.schema.marks import Inward, Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.per_language import PerLanguage

Origin = Literal["eu", "non-eu"]
Role = Literal["employee", "researcher", "student", "partner", "founder", "employer"]
Company = Literal["partner", "children", "driver"]
"""Who or what comes along: a partner, children, a driving licence."""


MOMENTS = ("arrival", "departure")
"""What a deadline may count from, besides other steps."""


class Phase(Entry):
    """What a file in content/data/phases says: a stretch of the move."""

    collection: ClassVar[str] = "phases"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Phases", "the stretches of a move to the city"),
        nl=("Fases", "de stukken van een verhuizing naar de stad"),
    )

    order: Annotated[StrictInt, Field(ge=0)] = means(
        en=("Order", "its place in the move, as a whole number"),
        nl=("Volgorde", "de plek in de verhuizing, als heel getal"),
    )
    name: Localized = means(
        en=("Name", "the name of the phase"),
        nl=("Naam", "de naam van de fase"),
    )
    summary: Localized = means(
        en=("Summary", "what happens in it"),
        nl=("Samenvatting", "wat er dan gebeurt"),
    )
    drawing: Annotated[Drawing, Inward()] = means(
        en=("Drawing", "what is drawn beside it"),
        nl=("Tekening", "wat ernaast getekend staat"),
    )
    counts: StrictBool = means(
        default=True,
        en=(
            "Deadlines count from it",
            "whether a deadline may count from one of its steps: by then the newcomer is here, and not yet leaving",
        ),
        nl=(
            "Termijnen tellen ervanaf",
            "of een termijn vanaf een van de stappen mag tellen: de nieuwkomer is er dan, en vertrekt nog niet",
        ),
    )

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in a move."""
        return self.order, self.slug


class Who(Record):
    """For whom a step is. What is left out does not matter; everything that is given must match."""

    origin: tuple[Origin, ...] = means(
        default=(),
        en=("Origin", "from where: within the EU or from elsewhere"),
        nl=("Herkomst", "waarvandaan: binnen de EU of van elders"),
    )
    role: tuple[Role, ...] = means(
        default=(),
        en=("Role", "as what one comes"),
        nl=("Rol", "als wat iemand komt"),
    )
    with_: tuple[Company, ...] = means(
        default=(),
        alias="with",
        en=("With", "who or what comes along; 'driver' is a driving licence"),
        nl=("Met", "wie of wat er meekomt; 'driver' is een rijbewijs"),
    )


class Deadline(Record):
    """A day counted from arrival, departure or another step: so many days or calendar months after it, or before."""

    model_config = ConfigDict(json_schema_extra=json_forms.either("days", "months"))

    days: Annotated[StrictInt, Field(ge=0)] | None = means(
        default=None,
        en=("Days", "how many days; this or 'months'"),
        nl=("Dagen", "hoeveel dagen; dit of 'months'"),
    )
    months: Annotated[StrictInt, Field(ge=0)] | None = means(
        default=None,
        en=("Months", "how many calendar months; this or 'days'"),
        nl=("Maanden", "hoeveel kalendermaanden; dit of 'days'"),
    )
    from_: Annotated[Slug, Ref("steps", also=MOMENTS)] = means(
        alias="from",
        en=("Counted from", "from what the days are counted"),
        nl=("Geteld vanaf", "waarvandaan de dagen tellen"),
    )
    before: StrictBool = means(
        default=False,
        en=("Before", "whether it is that long before, not after"),
        nl=("Ervoor", "of het zo lang ervoor is, en niet erna"),
    )
    text: Localized = means(
        en=("Text", "the deadline in words"),
        nl=("Tekst", "de termijn in woorden"),
    )

    @model_validator(mode="after")
    def _one_span(self) -> Self:
        if (self.days is None) == (self.months is None):
            raise PydanticCustomError("one-span", "days or months")
        return self


class Phone(Record):
    """A number to call, and whom one gets."""

    number: PhoneNumber = means(
        en=("Number", "the number, in quotes, as one dials it"),
        nl=("Nummer", "het nummer, tussen aanhalingstekens, zoals je het belt"),
    )
    whom: Localized = means(
        en=("Whom", "whom one gets"),
        nl=("Wie", "wie er opneemt"),
    )


class Step(PagedEntry):
    """What a file in content/data/steps says."""

    collection: ClassVar[str] = "steps"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Steps", "what a newcomer must or may do, by when and with which papers"),
        nl=("Stappen", "wat een nieuwkomer moet of mag doen, voor wanneer en met welke papieren"),
    )
    page_kind: ClassVar[str] = "step"
    folder: ClassVar[str] = "guide"

    phase: Annotated[Slug, Ref("phases")] = means(
        en=("Phase", "the phase of the move it belongs to"),
        nl=("Fase", "de fase van de verhuizing waar de stap bij hoort"),
    )
    order: Annotated[StrictInt, Field(ge=0)] = means(
        en=("Order", "its place among the steps of its phase, as a whole number. Leave gaps: 10, 20, 30"),
        nl=("Volgorde", "de plek onder de stappen van de fase, als heel getal. Laat ruimte: 10, 20, 30"),
    )
    title: Localized = means(
        en=("Title", "what to do, in a few words"),
        nl=("Titel", "wat je doet, in een paar woorden"),
    )
    found_by: Annotated[PerLanguage[tuple[Text, ...]] | None, Inward()] = means(
        default=None,
        en=("Other words", "other words by which people look for it, such as 'swap my licence'"),
        nl=("Andere woorden", "andere woorden waarmee mensen ernaar zoeken, zoals 'rijbewijs inwisselen'"),
    )
    obligation: Literal["mandatory", "optional", "depends"] = means(
        en=("Obligation", "whether one must"),
        nl=("Verplichting", "of het moet"),
    )
    who: Who = means(
        default=Who(),
        en=("For whom", "for whom it is. What is left out does not matter; everything that is given must match"),
        nl=("Voor wie", "voor wie de stap is. Wat er niet staat doet er niet toe; alles wat er staat moet kloppen"),
    )
    why: Localized = means(
        en=("Why", "why it matters"),
        nl=("Waarom", "waarom het ertoe doet"),
    )
    how: tuple[Localized, ...] = means(
        default=(),
        en=("How", "what to do, one thing after the other"),
        nl=("Hoe", "wat je doet, het een na het ander"),
    )
    papers: tuple[Localized, ...] = means(
        default=(),
        en=("Papers", "what to bring"),
        nl=("Papieren", "wat je meeneemt"),
    )
    deadline: Deadline | None = means(
        default=None,
        en=("Deadline", "by when"),
        nl=("Termijn", "voor wanneer"),
    )
    if_not: Localized | None = means(
        default=None,
        en=("If not", "what happens if you don't"),
        nl=("Zo niet", "wat er gebeurt als je het niet doet"),
    )
    facts: tuple[Statement, ...] = means(
        default=(),
        en=("Facts", "what is said of it, each with its source"),
        nl=("Feiten", "wat erover wordt gezegd, elk met een bron"),
    )
    cost: Localized | None = means(
        default=None,
        en=("Cost", "what it costs"),
        nl=("Kosten", "wat het kost"),
    )
    official: SourceSlug = means(
        en=("Official source", "the official source, where one can do it or read about it"),
        nl=("Officiële bron", "de officiële bron, waar je het regelt of erover leest"),
    )
    with_: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        alias="with",
        en=("With", "the partners that help"),
        nl=("Met", "de partners die helpen"),
    )
    place: Localized | None = means(
        default=None,
        en=("Place", "where to go"),
        nl=("Plaats", "waar je heen gaat"),
    )
    contact: Localized | None = means(
        default=None,
        en=("Contact", "how to reach them"),
        nl=("Contact", "hoe je ze bereikt"),
    )
    phones: tuple[Phone, ...] = means(
        default=(),
        en=("Telephone", "whom to call; the reader can tap the number"),
        nl=("Telefoon", "wie je belt; de lezer kan op het nummer tikken"),
    )
    needs: Annotated[tuple[Annotated[Slug, Ref("steps")], ...], Distinct] = means(
        default=(),
        en=("Needs", "the steps that come first. A circle is refused"),
        nl=("Nodig", "de stappen die eerst komen. Een kring wordt geweigerd"),
    )

    @property
    def headline(self) -> Localized:
        """What to do."""
        return self.title

    def other_names(self, locale: str) -> tuple[str, ...]:
        """In the words of who has to do it."""
        return self.found_by[locale] if self.found_by and locale in self.found_by else ()

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in a move: by phase, then in its order. A step whose phase is not there comes last."""
        phase = entries[Phase.collection].get(self.phase)
        return (*(phase.sort_key(entries) if phase else (sys.maxsize, "")), self.order, self.slug)

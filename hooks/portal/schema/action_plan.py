"""The action plan of the city: its goals, its lines with their themes, its actions, and the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from portal.schema import json_forms
from portal.schema.entry import Entry
from portal.schema.fields import Day, Distinct, Localized, Name, PartialDate, Record, Slug, SourceSlug
from portal.schema.marks import Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import FrontMatter

ActionState = Literal["done", "running", "changed", "stopped", "unknown"]
"""How an action stands, as far as a source says. `unknown` is an answer too: it is honest, and it has a date."""

Rhythm = Literal["ongoing", "on-request"]
"""When something is done that has no last day."""


class Monitored(Record):
    """A result that the plan wants to see, and how it is measured."""

    result: Localized = means(
        en=("Result", "a result that the plan wants to see"),
        nl=("Resultaat", "een resultaat dat het plan wil zien"),
    )
    how: Localized = means(
        en=("How", "how it is measured"),
        nl=("Hoe", "hoe het wordt gemeten"),
    )


class Achieved(Record):
    """Something that was reached before the plan began."""

    text: Localized = means(
        en=("Text", "what was reached"),
        nl=("Tekst", "wat er is bereikt"),
    )
    when: PartialDate | None = means(
        default=None,
        en=("When", "when it was reached"),
        nl=("Wanneer", "wanneer het is bereikt"),
    )


class Plan(Entry):
    """What a file in content/data/plans says."""

    collection: ClassVar[str] = "plans"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Plans", "the action plans of the city"),
        nl=("Plannen", "de actieplannen van de stad"),
    )

    name: Name = means(
        en=("Name", "the name of the plan"),
        nl=("Naam", "de naam van het plan"),
    )
    starts: Day = means(
        en=("First day", "its first day: 2023-01-01"),
        nl=("Eerste dag", "de eerste dag: 2023-01-01"),
    )
    ends: Day = means(
        en=("Last day", "its last day: 2026-12-31. From the day after, the page says that the plan is past"),
        nl=("Laatste dag", "de laatste dag: 2026-12-31. Vanaf de dag erna zegt de pagina dat het plan voorbij is"),
    )
    ambition: Localized = means(
        en=("Ambition", "what it wants to reach"),
        nl=("Ambitie", "wat het wil bereiken"),
    )
    monitored: tuple[Monitored, ...] = means(
        default=(),
        en=("Monitored", "the results that the plan wants to see, and how they are measured"),
        nl=("Gevolgd", "de resultaten die het plan wil zien, en hoe ze worden gemeten"),
    )
    needs: tuple[Localized, ...] = means(
        default=(),
        en=("Needs", "what has to be there for it to work"),
        nl=("Nodig", "wat er moet zijn om het te laten slagen"),
    )
    before: tuple[Achieved, ...] = means(
        default=(),
        en=("Before", "what had been reached when it began"),
        nl=("Vooraf", "wat er was bereikt toen het begon"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )
    successor: SourceSlug | None = means(
        default=None,
        en=("Successor", "what came after it, once there is something"),
        nl=("Opvolger", "wat erna kwam, zodra er iets is"),
    )

    def is_past(self, day: Day) -> bool:
        """Whether it is over on a day."""
        return day > self.ends

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends < self.starts:
            raise PydanticCustomError("event.ends-before-start", "ends before it starts")
        return self


class _Part(Entry):
    """A part of a plan, which has a name and a place in it."""

    order: Annotated[StrictInt, Field(ge=1)] = means(
        en=("Order", "its place in the plan, as a whole number"),
        nl=("Volgorde", "de plek in het plan, als heel getal"),
    )
    name: Localized = means(
        en=("Name", "its name"),
        nl=("Naam", "de naam"),
    )

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in the plan."""
        return self.order, self.slug


class Goal(_Part):
    """What a file in content/data/goals says."""

    collection: ClassVar[str] = "goals"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Goals", "what an action plan is for"),
        nl=("Doelen", "waar een actieplan voor is"),
    )

    plan: Annotated[Slug, Ref("plans")] = means(
        en=("Plan", "the plan it is part of"),
        nl=("Plan", "het plan waar het bij hoort"),
    )


class ActionLine(_Part):
    """What a file in content/data/lines says: a direction in which the plan works."""

    collection: ClassVar[str] = "lines"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Lines", "the directions in which an action plan works"),
        nl=("Lijnen", "de richtingen waarin een actieplan werkt"),
    )

    plan: Annotated[Slug, Ref("plans")] = means(
        en=("Plan", "the plan it is part of"),
        nl=("Plan", "het plan waar het bij hoort"),
    )
    summary: Localized = means(
        en=("Summary", "what the line is about"),
        nl=("Samenvatting", "waar de lijn over gaat"),
    )


class Theme(_Part):
    """What a file in content/data/themes says: a part of a line."""

    collection: ClassVar[str] = "themes"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Themes", "the parts of a line of an action plan"),
        nl=("Thema's", "de delen van een lijn van een actieplan"),
    )

    line: Annotated[Slug, Ref("lines")] = means(
        en=("Line", "the line it is part of"),
        nl=("Lijn", "de lijn waar het bij hoort"),
    )


class Status(Record):
    """How an action stands, since when that is so, and who says so."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"state": {"not": {"const": "unknown"}}}},
            "then": {"required": ["text"], "properties": {"text": {"type": "object"}}},
        }
    )

    state: ActionState = means(
        en=("State", "how it stands, as far as a source says"),
        nl=("Stand", "hoe het ervoor staat, voor zover een bron het zegt"),
    )
    as_of: PartialDate = means(
        en=("As of", "the time it speaks of; of 'unknown' the last day on which something was known"),
        nl=("Per", "de tijd waar het over gaat; bij 'unknown' de laatste dag waarvan iets bekend is"),
    )
    text: Localized | None = means(
        default=None,
        en=("Text", "what is known; needed unless the state is 'unknown'"),
        nl=("Tekst", "wat er bekend is; nodig tenzij de stand 'unknown' is"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )

    @model_validator(mode="after")
    def _says_what_is_known(self) -> Self:
        if self.state != "unknown" and self.text is None:
            raise PydanticCustomError("action.nothing-told", "a state without a text")
        return self


class Action(Entry):
    """What a file in content/data/actions says."""

    collection: ClassVar[str] = "actions"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Actions", "what an action plan does, with whom, and how it stands"),
        nl=("Acties", "wat een actieplan doet, met wie, en hoe het ervoor staat"),
    )

    model_config = ConfigDict(json_schema_extra=json_forms.either("due", "rhythm"))

    theme: Annotated[Slug, Ref("themes")] = means(
        en=("Theme", "the theme it is part of, which names its line"),
        nl=("Thema", "het thema waar het bij hoort, dat de lijn noemt"),
    )
    order: Annotated[StrictInt, Field(ge=1)] = means(
        en=("Order", "its place within its theme. Its number follows from the places of all"),
        nl=("Volgorde", "de plek binnen het thema. Het nummer volgt uit alle plekken"),
    )
    title: Localized = means(
        en=("Title", "what is done, in a few words"),
        nl=("Titel", "wat er gebeurt, in een paar woorden"),
    )
    text: Localized = means(
        en=("Text", "what is done, in full"),
        nl=("Tekst", "wat er gebeurt, voluit"),
    )
    goals: Annotated[tuple[Annotated[Slug, Ref("goals")], ...], Distinct] = means(
        default=(),
        en=("Goals", "the goals that the plan itself names with it"),
        nl=("Doelen", "de doelen die het plan er zelf bij noemt"),
    )
    with_: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        alias="with",
        en=("With", "the partners that take part"),
        nl=("Met", "de partners die meedoen"),
    )
    with_others: Localized | None = means(
        default=None,
        en=("With others", "who takes part besides, and has no page here"),
        nl=("Met anderen", "wie er verder meedoet, en hier geen pagina heeft"),
    )
    campuses: Annotated[tuple[Annotated[Slug, Ref("campuses")], ...], Distinct] = means(
        default=(),
        en=("Campuses", "the campuses it is about"),
        nl=("Campussen", "de campussen waar het over gaat"),
    )
    programmes: Annotated[tuple[Annotated[Slug, Ref("programmes")], ...], Distinct] = means(
        default=(),
        en=("Programmes", "the programmes it is about"),
        nl=("Programma's", "de programma's waar het over gaat"),
    )
    when: Localized = means(
        en=("When", "when, as the plan puts it"),
        nl=("Wanneer", "wanneer, zoals het plan het zegt"),
    )
    due: Day | None = means(
        default=None,
        en=("Due", "the last day that follows from that; this or 'rhythm'"),
        nl=("Uiterlijk", "de laatste dag die daaruit volgt; dit of 'rhythm'"),
    )
    rhythm: Rhythm | None = means(
        default=None,
        en=("Rhythm", "when it is done, if it has no last day; this or 'due'"),
        nl=("Ritme", "wanneer het gebeurt, als er geen laatste dag is; dit of 'due'"),
    )
    status: Status = means(
        en=("Status", "how it stands, since when, and who says so"),
        nl=("Status", "hoe het ervoor staat, sinds wanneer, en wie dat zegt"),
    )
    source: SourceSlug = means(
        en=("Source", "where it can be read"),
        nl=("Bron", "waar het te lezen is"),
    )

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in the plan: by line, theme and its own place. One whose theme is not there comes last."""
        theme = entries[Theme.collection].get(self.theme)
        line = entries[ActionLine.collection].get(theme.line) if isinstance(theme, Theme) else None
        outer = (*line.sort_key(entries), *theme.sort_key(entries)) if line and theme else (float("inf"),)
        return (*outer, self.order, self.slug)

    @model_validator(mode="after")
    def _has_an_end_or_a_rhythm(self) -> Self:
        if (self.due is None) == (self.rhythm is None):
            raise PydanticCustomError("action.due-or-rhythm", "a day or a rhythm")
        return self


class ActionPlanPage(FrontMatter):
    """content/<locale>/action-plan.md"""

    page_kind: ClassVar[str] = "action-plan"
    at: ClassVar[str] = "action-plan"

    plan: Annotated[Slug, Ref("plans")] = means(
        en=("Plan", "the plan that it shows"),
        nl=("Plan", "het plan dat er staat"),
    )

"""The action plan of the city: its goals, its lines with their themes, its actions, and the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from portal.schema.entry import Entry
from portal.schema.fields import Day, Distinct, Localized, Name, PartialDate, Record, Slug, SourceSlug, hint
from portal.schema.marks import Ref
from portal.schema.page import FrontMatter

ActionState = Literal["done", "running", "changed", "stopped", "unknown"]
"""How an action stands, as far as a source says. `unknown` is an answer too: it is honest, and it has a date."""

Rhythm = Literal["ongoing", "on-request"]
"""When something is done that has no last day."""

_SOURCE_HINT = (
    "Add where it can be read, a file name in content/data/sources.",
    "Voeg toe waar het te lezen is, een bestandsnaam in content/data/sources.",
)


class Monitored(Record):
    """A result that the plan wants to see, and how it is measured."""

    result: Localized
    how: Localized


class Achieved(Record):
    """Something that was reached before the plan began."""

    text: Localized
    when: PartialDate | None = None


class Plan(Entry):
    """What a file in content/data/plans says."""

    collection: ClassVar[str] = "plans"

    name: Name = hint("Add the name of the plan.", "Voeg de naam van het plan toe.")
    starts: Day = hint("Add its first day: 2023-01-01.", "Voeg de eerste dag toe: 2023-01-01.")
    ends: Day = hint("Add its last day: 2026-12-31.", "Voeg de laatste dag toe: 2026-12-31.")
    """The page says by itself that the plan is past, from the day after."""
    ambition: Localized
    monitored: tuple[Monitored, ...] = ()
    needs: tuple[Localized, ...] = ()
    """What has to be there for it to work."""
    before: tuple[Achieved, ...] = ()
    """What had been reached when it began."""
    source: SourceSlug = hint(*_SOURCE_HINT)
    successor: SourceSlug | None = None
    """What came after it, once there is something."""

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

    order: StrictInt = Field(ge=1)
    name: Localized

    def sort_key(self, entries: Mapping[str, Mapping[str, Entry]]) -> tuple[Any, ...]:
        """As in the plan."""
        return self.order, self.slug


class Goal(_Part):
    """What a file in content/data/goals says."""

    collection: ClassVar[str] = "goals"

    plan: Annotated[Slug, Ref("plans")]


class ActionLine(_Part):
    """What a file in content/data/lines says: a direction in which the plan works."""

    collection: ClassVar[str] = "lines"

    plan: Annotated[Slug, Ref("plans")]
    summary: Localized


class Theme(_Part):
    """What a file in content/data/themes says: a part of a line."""

    collection: ClassVar[str] = "themes"

    line: Annotated[Slug, Ref("lines")]


class Status(Record):
    """How an action stands, since when that is so, and who says so."""

    state: ActionState
    as_of: PartialDate = hint(
        "Add the day, month or year that it speaks of; of 'unknown' the last day on which something was known.",
        "Voeg de dag, de maand of het jaar toe waarover het gaat; bij 'unknown' de laatste dag waarvan iets bekend is.",
    )
    text: Localized | None = None
    source: SourceSlug = hint(*_SOURCE_HINT)

    @model_validator(mode="after")
    def _says_what_is_known(self) -> Self:
        if self.state != "unknown" and self.text is None:
            raise PydanticCustomError("action.nothing-told", "a state without a text")
        return self


class Action(Entry):
    """What a file in content/data/actions says."""

    collection: ClassVar[str] = "actions"

    theme: Annotated[Slug, Ref("themes")] = hint(
        "Add a theme of content/data/themes.", "Voeg een thema uit content/data/themes toe."
    )
    order: StrictInt = Field(ge=1)
    """Its place within its theme. Its number follows from the places of all."""
    title: Localized = hint("Add what is done, in a few words.", "Voeg in een paar woorden toe wat er gebeurt.")
    text: Localized
    goals: Annotated[tuple[Annotated[Slug, Ref("goals")], ...], Distinct] = ()
    """The goals that the plan itself names with it."""
    with_: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = Field(default=(), alias="with")
    with_others: Localized | None = None
    """Who takes part besides, and has no page here: companies."""
    campuses: Annotated[tuple[Annotated[Slug, Ref("campuses")], ...], Distinct] = ()
    programmes: Annotated[tuple[Annotated[Slug, Ref("programmes")], ...], Distinct] = ()
    when: Localized
    """When, as the plan puts it."""
    due: Day | None = None
    """The last day that follows from that."""
    rhythm: Rhythm | None = None
    status: Status
    source: SourceSlug = hint(*_SOURCE_HINT)

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

    plan: Annotated[Slug, Ref("plans")] = hint(
        "Add the plan that it shows, a file name in content/data/plans.",
        "Voeg het plan toe dat er staat, een bestandsnaam in content/data/plans.",
    )

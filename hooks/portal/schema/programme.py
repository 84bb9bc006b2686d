"""Programmes: what organisations work on together, a page each, and the index of them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.action_plan import Status
from portal.schema.entry import PagedEntry, Party, Statement
from portal.schema.fields import Distinct, Localized, LocalizedDescription, Slug, SomeSources
from portal.schema.marks import Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.page import FrontMatter


class Programme(Party, PagedEntry):
    """What a file in content/data/programmes says."""

    collection: ClassVar[str] = "programmes"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Programmes", "what organisations work on together"),
        nl=("Programma's", "waar organisaties samen aan werken"),
    )
    page_kind: ClassVar[str] = "programme"
    folder: ClassVar[str] = "programmes"

    summary: LocalizedDescription = means(
        en=("Summary", "what they do together, in one sentence"),
        nl=("Samenvatting", "wat ze samen doen, in een zin"),
    )
    sources: SomeSources
    for_whom: Localized | None = means(
        default=None,
        en=("For whom", "for whom it is"),
        nl=("Voor wie", "voor wie het is"),
    )
    partners: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        en=("Partners", "who takes part, besides those that a relation names"),
        nl=("Partners", "wie er meedoet, naast wie een relatie noemt"),
    )
    money: Localized | None = means(
        default=None,
        en=("Money", "what is publicly known of the money in it"),
        nl=("Geld", "wat er openbaar bekend is over het geld erin"),
    )
    status: Status | None = means(
        default=None,
        en=("Status", "how it stands, since when, and who says so"),
        nl=("Status", "hoe het ervoor staat, sinds wanneer, en wie dat zegt"),
    )
    what_to_do: Localized | None = means(
        default=None,
        en=("What to do", "what to do if it is for you"),
        nl=("Wat te doen", "wat je doet als het iets voor je is"),
    )
    facts: tuple[Statement, ...] = means(
        default=(),
        en=("Facts", "what is said of it, each with its source"),
        nl=("Feiten", "wat erover wordt gezegd, elk met een bron"),
    )

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.name


class ProgrammeIndex(FrontMatter):
    """content/<locale>/programmes/index.md"""

    page_kind: ClassVar[str] = "programme-index"
    at: ClassVar[str] = "programmes/index"

    also: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = means(
        default=(),
        en=("Also", "organisations that are a programme to whoever looks for one"),
        nl=("Ook", "organisaties die voor wie iets zoekt een programma zijn"),
    )

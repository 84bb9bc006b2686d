"""Programmes: what organisations do together without being an organisation, a page each, and the index of them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.action_plan import Status
from portal.schema.entry import PagedEntry, Party, Statement
from portal.schema.fields import Distinct, Localized, LocalizedDescription, Slug, SomeSources
from portal.schema.marks import Ref
from portal.schema.page import FrontMatter


class Programme(Party, PagedEntry):
    """What a file in content/data/programmes says."""

    collection: ClassVar[str] = "programmes"
    page_kind: ClassVar[str] = "programme"
    folder: ClassVar[str] = "programmes"

    summary: LocalizedDescription
    sources: SomeSources
    for_whom: Localized | None = None
    partners: Annotated[tuple[Annotated[Slug, Ref("partners")], ...], Distinct] = ()
    """Who takes part, besides those that a relation names."""
    money: Localized | None = None
    """What is publicly known of the money in it."""
    status: Status | None = None
    what_to_do: Localized | None = None
    """What to do if it is for you."""
    facts: tuple[Statement, ...] = ()

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.name


class ProgrammeIndex(FrontMatter):
    """content/<locale>/programmes/index.md"""

    page_kind: ClassVar[str] = "programme-index"
    at: ClassVar[str] = "programmes/index"

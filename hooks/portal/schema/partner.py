"""Partners: the organisations of the city and those they work with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from portal.schema.entry import PagedEntry, Party, Statement
from portal.schema.fields import (
    Area,
    Distinct,
    HttpUrl,
    Localized,
    Slug,
    Text,
    hint,
)
from portal.schema.marks import Ref

PartnerKind = Literal[
    "company",
    "university",
    "school",
    "research-centre",
    "hospital",
    "campus-organisation",
    "network",
    "startup-programme",
    "investor-network",
    "development-agency",
    "service-point",
    "tourist-board",
    "real-estate",
    "government",
    "foundation",
    "media",
]
"""In the order of the directory: whom a visitor looks for first, and public authorities last."""


class Partner(Party, PagedEntry):
    """What a file in content/data/partners says."""

    collection: ClassVar[str] = "partners"
    page_kind: ClassVar[str] = "partner"
    folder: ClassVar[str] = "partners"

    aliases: tuple[Text, ...] = ()
    kind: PartnerKind = hint("Add what sort of organisation it is.", "Voeg toe wat voor organisatie het is.")
    clusters: Annotated[tuple[Annotated[Slug, Ref("clusters")], ...], Distinct] = ()
    campus: Annotated[Slug, Ref("campuses")] | None = None
    place: Area | None = None
    town: Text | None = None
    website: HttpUrl | None = None
    role: Localized | None = None
    facts: tuple[Statement, ...] = ()

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.name

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """By what partners are chosen."""
        return {"kind": (self.kind,), "cluster": self.clusters, "campus": (self.campus,) if self.campus else ()}

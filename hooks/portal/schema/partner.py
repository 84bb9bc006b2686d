"""Partners: the organisations of the city and those they work with."""

from __future__ import annotations

from typing import ClassVar, Literal

from portal.schema.entry import PagedEntry, Statement
from portal.schema.fields import (
    Area,
    HttpUrl,
    Localized,
    Name,
    Slug,
    Slugs,
    Text,
    hint,
)

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


class Partner(PagedEntry):
    """What a file in content/data/partners says."""

    collection: ClassVar[str] = "partners"
    page_kind: ClassVar[str] = "partner"
    folder: ClassVar[str] = "partners"

    name: Name = hint("Add the name of the organisation.", "Voeg de naam van de organisatie toe.")
    name_in_text: Name | None = None
    aliases: tuple[Text, ...] = ()
    kind: PartnerKind = hint("Add what sort of organisation it is.", "Voeg toe wat voor organisatie het is.")
    clusters: Slugs = ()
    campus: Slug | None = None
    place: Area | None = None
    town: Text | None = None
    website: HttpUrl | None = None
    role: Localized | None = None
    facts: tuple[Statement, ...] = ()

    @property
    def headline(self) -> Localized:
        """Its name."""
        return self.name

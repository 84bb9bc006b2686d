"""Partners: the organisations of the city and those they work with."""

from __future__ import annotations

from typing import ClassVar, Literal

from portal.schema.entry import Entry, Statement
from portal.schema.fields import (
    Area,
    CampusSlug,
    ClusterSlug,
    HttpUrl,
    Localized,
    LocalizedDescription,
    Name,
    SomeSlugs,
    Text,
    hint,
)

PartnerKind = Literal[
    "government",
    "network",
    "development-agency",
    "university",
    "school",
    "hospital",
    "research-centre",
    "company",
    "startup-programme",
    "investor-network",
    "campus-organisation",
    "real-estate",
    "service-point",
    "foundation",
    "media",
]
"""In the order of the directory."""


class Partner(Entry):
    """What a file in content/data/partners says."""

    collection: ClassVar[str] = "partners"
    page_kind: ClassVar[str | None] = "partner"

    name: Name = hint("Add the name of the organisation.", "Voeg de naam van de organisatie toe.")
    name_in_text: Name | None = None
    aliases: tuple[Text, ...] = ()
    kind: PartnerKind = hint("Add what sort of organisation it is.", "Voeg toe wat voor organisatie het is.")
    clusters: tuple[ClusterSlug, ...] = ()
    campus: CampusSlug | None = None
    place: Area | None = None
    town: Text | None = None
    website: HttpUrl | None = None
    summary: LocalizedDescription = hint(
        "Add what it is in one sentence, below each other 'nl: ...' and 'en: ...'.",
        "Voeg in een zin toe wat het is, onder elkaar 'nl: ...' en 'en: ...'.",
    )
    role: Localized | None = None
    facts: tuple[Statement, ...] = ()
    sources: SomeSlugs = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )

"""Partners: the organisations of the city and those they work with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from portal.schema.entry import PagedEntry, Party, Statement
from portal.schema.fields import Area, Distinct, HttpUrl, Localized, Slug, Text
from portal.schema.marks import Ref
from portal.schema.meaning import Meaning, meaning, means
from portal.schema.point import Point

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
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Partners", "the organisations of the city and those they work with"),
        nl=("Partners", "de organisaties van de stad en met wie ze werken"),
    )
    page_kind: ClassVar[str] = "partner"
    folder: ClassVar[str] = "partners"

    aliases: tuple[Text, ...] = means(
        default=(),
        en=("Other names", "other names; whoever searches finds it by them too"),
        nl=("Andere namen", "andere namen; wie zoekt, vindt de partner ook daarmee"),
    )
    kind: PartnerKind = means(
        en=("Kind", "what sort of organisation it is"),
        nl=("Soort", "wat voor organisatie het is"),
    )
    clusters: Annotated[tuple[Annotated[Slug, Ref("clusters")], ...], Distinct] = means(
        default=(),
        en=("Clusters", "the clusters it belongs to"),
        nl=("Clusters", "de clusters waar het bij hoort"),
    )
    campus: Annotated[Slug, Ref("campuses")] | None = means(
        default=None,
        en=("Campus", "the campus where it is"),
        nl=("Campus", "de campus waar het zit"),
    )
    place: Area | None = means(
        default=None,
        en=("How near", "how near it is. Be honest: not everything is in Nijmegen"),
        nl=("Hoe dichtbij", "hoe dichtbij het is. Wees eerlijk: niet alles is in Nijmegen"),
    )
    town: Text | None = means(
        default=None,
        en=("Town", "the town or area"),
        nl=("Woonplaats", "de plaats of streek"),
    )
    point: Point | None = means(
        default=None,
        en=("Point", "where it is on the earth, for maps and telephones"),
        nl=("Punt", "waar het op de aarde is, voor kaarten en telefoons"),
    )
    website: HttpUrl | None = means(
        default=None,
        en=("Website", "its own website"),
        nl=("Website", "de eigen website"),
    )
    role: Localized | None = means(
        default=None,
        en=("Role", "what it does, as long as you need"),
        nl=("Rol", "wat het doet, zo lang als nodig is"),
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

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """By what partners are chosen."""
        return {"kind": (self.kind,), "cluster": self.clusters, "campus": (self.campus,) if self.campus else ()}

    def other_names(self, locale: str) -> tuple[str, ...]:
        """The same in every language."""
        return self.aliases

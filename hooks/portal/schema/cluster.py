"""Clusters: the fields in which the city is strong, with their spearheads."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.drawings import CoverFamily
from portal.schema.fields import Localized, Name, Record, Slug, SomeSources
from portal.schema.landmark import Landmark
from portal.schema.marks import Inward, Within
from portal.schema.meaning import Meaning, meaning, means


class Spearhead(Record):
    """A field in which a cluster is strong. The arrangement is the portal's own, not policy."""

    slug: Annotated[Slug, Within("spearheads")] = means(
        en=("Slug", "its name in addresses"),
        nl=("Slug", "de naam in adressen"),
    )
    name: Name = means(
        en=("Name", "the name of the spearhead"),
        nl=("Naam", "de naam van het speerpunt"),
    )
    summary: Localized = means(
        en=("Summary", "what the spearhead is, in one or two sentences"),
        nl=("Samenvatting", "wat het speerpunt is, in een of twee zinnen"),
    )
    sources: SomeSources


class Cluster(Landmark):
    """What a file in content/data/clusters says."""

    collection: ClassVar[str] = "clusters"
    open_data: ClassVar[Meaning | None] = meaning(
        en=("Clusters", "the fields in which the city is strong, with their spearheads"),
        nl=("Clusters", "waar de stad sterk in is, met de speerpunten"),
    )

    covers: Annotated[CoverFamily, Inward()] = means(
        en=("Covers", "the family of drawings from which its stories get their covers"),
        nl=("Omslagen", "de familie van tekeningen waaruit de verhalen hun omslag krijgen"),
    )
    spearheads: tuple[Spearhead, ...] = means(
        en=("Spearheads", "the fields in which the cluster is strong"),
        nl=("Speerpunten", "de gebieden waarin het cluster sterk is"),
    )

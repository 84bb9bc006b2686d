"""Clusters: the fields in which the city is strong, with their spearheads."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.schema.drawings import CoverFamily
from portal.schema.fields import Localized, Name, Record, Slug, SomeSources, hint
from portal.schema.landmark import Landmark
from portal.schema.marks import Within


class Spearhead(Record):
    """A field in which a cluster is strong. The arrangement is the portal's own, not policy."""

    slug: Annotated[Slug, Within("spearheads")]
    name: Name
    summary: Localized
    sources: SomeSources


class Cluster(Landmark):
    """What a file in content/data/clusters says."""

    collection: ClassVar[str] = "clusters"

    covers: CoverFamily = hint(
        "Add the family of drawings from which its stories get their covers: care or technology.",
        "Voeg de familie van tekeningen toe waaruit de verhalen hun omslag krijgen: care of technology.",
    )
    spearheads: tuple[Spearhead, ...]

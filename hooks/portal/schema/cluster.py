"""Clusters: Health and High Tech, with their spearheads."""

from __future__ import annotations

from typing import ClassVar

from portal.schema.entry import Entry
from portal.schema.fields import Localized, LocalizedDescription, Name, Record, Slug, SomeSlugs


class Spearhead(Record):
    """A field in which a cluster is strong. The arrangement is the portal's own, not policy."""

    slug: Slug
    name: Name
    summary: Localized
    sources: SomeSlugs


class Cluster(Entry):
    """What a file in content/data/clusters says."""

    collection: ClassVar[str] = "clusters"

    name: Name
    summary: LocalizedDescription
    spearheads: tuple[Spearhead, ...]
    sources: SomeSlugs

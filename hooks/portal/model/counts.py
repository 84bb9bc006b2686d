"""The figures of a party, a campus or a cluster: those that may be published and that name it."""

from __future__ import annotations

from portal.model.site import Site
from portal.schema.entry import Entry
from portal.schema.figure import Figure

SHOWN = 4
"""How many its own page shows: the page of the figures has the rest."""


def figures_of(site: Site, entry: Entry) -> list[Figure]:
    """The first few, in the order of the page of the figures."""
    slugs = {reference.key[1] for reference in site.naming(entry) if isinstance(reference.owner, Figure)}
    return [one for slug, one in site.all(Figure).items() if slug in slugs and not one.withheld][:SHOWN]

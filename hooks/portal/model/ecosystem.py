"""The ecosystem as a graph: every party that stands in a relation, in the order that tangles least.

The order is found by networkx (reverse Cuthill-McKee: whoever works together stands together). It follows from the data
alone, so the same content gives the same drawing on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from networkx.utils import reverse_cuthill_mckee_ordering

from portal.model.site import Party, Site
from portal.schema import entry as schema
from portal.schema.relation import PARTIES, Relation, party_facets

PARTIES_DRAWN = 72
LINKS_DRAWN = 240
"""What a drawing can hold and still be read, and a page can hold and still be light: those with most relations."""

FURTHER = 24
"""How many names at two steps a page tells."""


@dataclass(frozen=True)
class Link:
    """A relation between two."""

    from_: str
    to: str
    relation: Relation


def links(site: Site) -> list[Link]:
    """Every relation, between two at a time."""
    return [Link(relation.from_, to, relation) for relation in site.all(Relation).values() for to in relation.to]


def facets(site: Site) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By what each party is chosen, by slug."""
    found = {}
    for collection in PARTIES:
        for slug, party in site.content.entries[collection].items():
            assert isinstance(party, schema.Party)
            found[slug] = party_facets(party)
    return found


def order(site: Site) -> list[str]:
    """Every party that stands in a relation, those that work together beside each other; the largest whole first."""
    slugs = sorted({end for link in site.once(links) for end in (link.from_, link.to)})
    # As numbers: networkx walks through sets, whose order is the same on every machine for numbers alone.
    number = {slug: at for at, slug in enumerate(slugs)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(sorted((number[link.from_], number[link.to]) for link in site.once(links)))
    ordered: list[str] = []
    for whole in sorted(nx.connected_components(graph), key=lambda whole: (-len(whole), min(whole))):
        part = graph.subgraph(sorted(whole))
        ordered += (slugs[at] for at in reverse_cuthill_mckee_ordering(part, heuristic=_end))
    return ordered


def _end(graph: nx.Graph[int]) -> int:
    """Where an order begins: with one who knows few."""
    return min(graph, key=lambda at: (graph.degree[at], at))


def most_connected(site: Site) -> list[str]:
    """Every party that stands in a relation, the one with most relations first."""
    count = Counter(end for link in site.once(links) for end in {link.from_, link.to})
    return sorted(count, key=lambda slug: (-count[slug], slug))


@dataclass(frozen=True)
class Drawn:
    """What a drawing of the ecosystem shows."""

    parties: Sequence[Party]
    """In the order of the drawing."""
    lit: frozenset[str]
    """The slugs of those that were chosen; the others stay, so that each keeps its place."""
    pairs: Sequence[tuple[int, int]]
    """Who is connected to whom, by their places, each pair once."""
    count: int
    """How many parties there are in all."""


def drawn(site: Site, choice: tuple[str, str] | None = None) -> Drawn:
    """What is drawn for a choice, or of everything: as much as a drawing holds.

    Where not everything fits, the chosen ones come first, then those with most relations.
    """
    chosen = site.once(facets)
    lit = {slug for slug in site.once(order) if not choice or choice[1] in chosen[slug].get(choice[0], ())}
    weight = {slug: at for at, slug in enumerate(site.once(most_connected))}
    around = site.once(neighbours)
    shown: set[str] = set()
    count = 0
    for slug in sorted(weight, key=lambda slug: (slug not in lit, weight[slug])):
        new = len(shown & around[slug].keys())
        if len(shown) == PARTIES_DRAWN or count + new > LINKS_DRAWN:
            break
        shown.add(slug)
        count += new
    places = {slug: at for at, slug in enumerate(slug for slug in site.once(order) if slug in shown)}
    between = [
        (at, places[other]) for slug, at in places.items() for other in around[slug] if places.get(other, -1) > at
    ]
    return Drawn(
        [site.parties[slug] for slug in places],
        frozenset(lit & shown),
        sorted(between),
        len(weight),
    )


def neighbours(site: Site) -> Mapping[str, Mapping[str, tuple[Link, ...]]]:
    """Whom each party works with, and the relations that say so."""
    found: dict[str, dict[str, tuple[Link, ...]]] = {}
    for link in site.once(links):
        for one, other in ((link.from_, link.to), (link.to, link.from_)):
            of = found.setdefault(one, {})
            of[other] = (*of.get(other, ()), link)
    return found


def two_steps(site: Site, slug: str) -> list[tuple[Party, list[Party]]]:
    """Whom a party is connected to through one other, each once: through the one with fewest others, who says most."""
    around = site.once(neighbours)
    near = sorted(around.get(slug, ()), key=lambda via: (len(around[via]), via))
    seen = {slug, *near}
    found = []
    left = FURTHER
    for via in near:
        others = [other for other in around[via] if other not in seen][:left]
        seen.update(others)
        left -= len(others)
        if others:
            found.append((site.parties[via], [site.parties[other] for other in others]))
    return found

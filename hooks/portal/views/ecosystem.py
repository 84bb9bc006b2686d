"""The ecosystem: who works with whom as a drawing, a table and a square, and the data for a way between any two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.art.bow import lines, places
from portal.model.ecosystem import drawn, facets, links, most_connected, neighbours
from portal.model.page import Page
from portal.model.sentences import told
from portal.model.site import CHOSEN_BY, Site
from portal.schema.relation import EcosystemPage, Relation, RelationMatrix, RelationTable
from portal.views import view

IN_MATRIX = 30
"""How many parties have a row and a column: more would not fit on a screen."""


@view(EcosystemPage)
def ecosystem(site: Site, page: Page[EcosystemPage]) -> Mapping[str, Any]:
    """What is drawn, and what can be chosen."""
    shown = site.once(drawn, page.choice)
    where = places(len(shown.parties))
    threads = lines(where, shown.pairs)
    chosen = site.once(facets)
    return {
        "drawn": shown,
        "places": [
            (party, place, threads[at], _hue(site, chosen[party.slug]))
            for at, (party, place) in enumerate(zip(shown.parties, where, strict=True))
        ],
        "choices": site.choices(page),
        "relation_count": len(site.once(links)),
    }


@view(RelationTable)
def table(site: Site, page: Page[RelationTable]) -> Mapping[str, Any]:
    """The relations of one page of the table, as sentences."""
    first = (page.part - 1) * page.about.a_page
    relations = list(site.all(Relation).values())
    return {
        "rows": [told(site, relation, page.locale) for relation in relations[first : first + page.about.a_page]],
        "relation_count": len(relations),
        "parts": site.parts(page),
    }


@view(RelationMatrix)
def matrix(site: Site, page: Page[RelationMatrix]) -> Mapping[str, Any]:
    """How many relations there are between those with most, each with each."""
    slugs = site.once(most_connected)
    around = site.once(neighbours)
    shown = slugs[:IN_MATRIX]
    return {
        "parties": [site.parties[slug] for slug in shown],
        "cells": [[len(around[one].get(other, ())) for other in shown] for one in shown],
        "party_count": len(slugs),
    }


def _hue(site: Site, of: Mapping[str, tuple[str, ...]]) -> str:
    """The colour of the campus where it is, or else of its first cluster: where it is says more than what it is for."""
    hues = (site.all(CHOSEN_BY[facet])[of[facet][0]].hue for facet in ("campus", "cluster") if of.get(facet))
    return next(hues, "chalk")

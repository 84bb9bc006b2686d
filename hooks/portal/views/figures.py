"""The figures: everything that may be published by subject, and side by side what seems to contradict itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, get_args

from portal.model.action_plan import actions_of, numbered
from portal.model.agenda import agenda
from portal.model.counts import every_figure_of, over_time
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import Entry
from portal.schema.figure import Factsheets, Figure, FiguresPage, FigureSubject
from portal.schema.partner import Partner
from portal.views import view


@view(FiguresPage)
def figures(site: Site, page: Page[FiguresPage]) -> Mapping[str, Any]:
    """The figures of the page: what is withheld is not among them."""
    shown = {slug: figure for slug, figure in site.all(Figure).items() if not figure.withheld}
    subjects = {
        subject: [figure for figure in shown.values() if figure.subject == subject]
        for subject in get_args(FigureSubject)
    }
    besides = [[slug, *(other for other in figure.beside if other in shown)] for slug, figure in shown.items()]
    return {
        "series": over_time(site),
        "factsheets": site.nearest(page.locale, Factsheets.at),
        "data": site.nearest(page.locale, "open-data"),
        "subjects": {subject: found for subject, found in subjects.items() if found},
        "conflicts": [slugs for slugs in besides if len(slugs) > 1],
    }


ON_A_SHEET = 12
"""Figures, and not more: a factsheet is one side of paper."""
OF_A_SUBJECT = 3
EVENTS = 3


@view(Factsheets)
def factsheet(site: Site, page: Page[Factsheets]) -> Mapping[str, Any]:
    """The figures of the city, or of one cluster, campus or year, with what else can be counted from the data."""
    facet, value = page.choice or ("", "")
    entry: Entry | None = {"cluster": site.all(Cluster), "campus": site.all(Campus)}.get(facet, {}).get(value)
    published = [figure for figure in site.all(Figure).values() if not figure.withheld]
    if entry:
        shown = every_figure_of(site, entry)
    elif facet:
        shown = [figure for figure in published if value in figure.facets()[facet]]
    else:
        shown = [figure for subject in get_args(FigureSubject) for figure in _first(published, subject)]
    actions = actions_of(site, entry).actions if entry else [*numbered(site)]
    coming = site.once(agenda, site.day).coming
    return {
        "choices": site.choices(page),
        "entry": entry,
        "figures": shown[:ON_A_SHEET],
        "partner_count": len(site.partners(page.locale, entry) if entry else site.listed(Partner, page.locale)),
        "states": [] if facet == "year" else Counter(one.action.status.state for one in actions).most_common(),
        "events": [event for event in coming if not facet or value in event.facets().get(facet, ())][:EVENTS],
    }


def _first(figures: list[Figure], subject: FigureSubject) -> list[Figure]:
    """The first few of a subject: a sheet of the city has something of each."""
    return [figure for figure in figures if figure.subject == subject][:OF_A_SUBJECT]

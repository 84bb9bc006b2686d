"""The figures of a party, a campus or a cluster: those that may be published and that name it; and those over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.model.site import Site
from portal.schema.entry import Entry
from portal.schema.figure import Figure

SHOWN = 4
"""How many its own page shows: the page of the figures has the rest."""


def every_figure_of(site: Site, entry: Entry) -> list[Figure]:
    """All of them, in the order of the page of the figures."""
    slugs = {reference.key[1] for reference in site.naming(entry) if isinstance(reference.owner, Figure)}
    return [one for slug, one in site.all(Figure).items() if slug in slugs and not one.withheld]


def figures_of(site: Site, entry: Entry) -> list[Figure]:
    """The first few."""
    return every_figure_of(site, entry)[:SHOWN]


@dataclass(frozen=True)
class Point:
    """What was counted at a time, and who says so."""

    as_of: str
    amount: int
    source: str


@dataclass(frozen=True)
class OverTime:
    """The same, counted the same way, more than once."""

    figure: Figure
    """The last of it."""
    points: Sequence[Point]
    """The first to last."""

    @property
    def amounts(self) -> tuple[int, ...]:
        """What a drawing of it is made of."""
        return tuple(point.amount for point in self.points)


def over_time(site: Site) -> list[OverTime]:
    """Every figure that was counted before, in the order of the page of the figures."""
    figures = site.all(Figure)
    earlier = {figure.after for figure in figures.values()}
    found = []
    for slug, figure in figures.items():
        if slug not in earlier and not figure.withheld and figure.as_of:
            points = sorted(_points(site, figure), key=lambda point: point.as_of)
            if len(points) > 1:
                found.append(OverTime(figure, points))
    return found


def _points(site: Site, figure: Figure) -> Iterator[Point]:
    seen: set[str] = set()
    at: Figure | None = figure
    while at and at.slug not in seen:
        seen.add(at.slug)
        if at.as_of and not at.withheld:
            yield Point(at.as_of, at.amount, at.source)
        if at.was:
            yield Point(at.was.as_of, at.was.amount, at.was.source)
        at = site.all(Figure).get(at.after or "")

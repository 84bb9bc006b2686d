"""Figures: what may not be published is on no page."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.schema.figure import Figure
from portal.schema.page import FrontMatter
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Pages that name a figure that is withheld, or draw one that has no scale."""
    figures = site.all(Figure)
    for page in site.pages.values():
        if not page.written or not isinstance(page.about, FrontMatter):
            continue
        for i, slug in enumerate(page.about.figures):
            figure = figures.get(slug)
            if figure and figure.withheld:
                yield page.file.problem("figure.withheld", "figures", i, found=slug, other=figure.file.path)
            elif figure and figure.of:
                yield page.file.problem("figure.no-scale", "figures", i, found=slug)

"""The figures: everything that may be published by subject, and side by side what seems to contradict itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.figure import Figure, FiguresPage, FigureSubject
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
        "subjects": {subject: found for subject, found in subjects.items() if found},
        "conflicts": [slugs for slugs in besides if len(slugs) > 1],
    }

"""Corrections: each is about a page that there is."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.schema.correction import Correction
from portal.words.problem import Problem, guess


def check(site: Site) -> Iterator[Problem]:
    """The corrections of pages that are not there."""
    keys = {key for _, key in site.pages}
    for correction in site.all(Correction).values():
        if correction.about not in keys | site.unread_keys:
            near = guess(correction.about, keys)
            yield correction.file.problem("correction.page", "about", found=correction.about, guess=near)

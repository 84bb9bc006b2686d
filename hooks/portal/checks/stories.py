"""Stories: one of them at most stands on top, and a series is more than one story."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import Story
from portal.schema.series import Series
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """A second featured story in a language, and series that join nothing."""
    for locale in site.languages:
        first: Page[Story] | None = None
        for page in site.stories(locale):
            if page.about.featured and first and page.locale == locale:
                yield page.file.problem("story.featured", "featured", other=first.file.path)
            if page.about.featured:
                first = first or page
    folders = [f"content/{locale}/stories" for locale in site.languages]
    if not any(path.is_relative_to(folder) for path in site.content.unread for folder in folders):
        for slug, series in site.all(Series).items():
            if any(len(site.stories(locale, series)) < 2 for locale in site.languages.whole):
                yield series.file.problem("series.alone", found=slug)

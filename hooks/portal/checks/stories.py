"""Stories: one of them at most stands on top, and a series is more than one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portal import LOCALES
from portal.model.site import Site
from portal.schema.page import Story
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """A second featured story in a language, and series that join nothing."""
    series: Counter[str] = Counter()
    for locale in LOCALES:
        first = None
        for page in site.stories(locale):
            story = page.front
            assert isinstance(story, Story)
            if story.series:
                series[story.series] += 1
            if story.featured and first and page.locale == locale:
                yield page.file.problem("story.featured", "featured", other=first.path)
            if story.featured:
                first = first or page.file
    if not any(path.is_relative_to(f"content/{locale}/stories") for path in site.content.unread for locale in LOCALES):
        for slug, entry in site.series.items():
            if series[slug] < 2 * len(LOCALES):
                yield entry.file.problem("series.alone", found=slug)

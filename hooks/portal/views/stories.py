"""Stories: each with the partners in it and others to read on, and the index of them all."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from portal.model.site import STORIES_A_PAGE, Page, Site
from portal.schema import Series
from portal.schema.landmark import Landmark
from portal.schema.page import Story
from portal.views import view

WORDS_A_MINUTE = 220
MORE = 3


@view("story")
def story(site: Site, page: Page) -> Mapping[str, Any]:
    """What the page of a story shows."""
    front = page.front
    assert isinstance(front, Story)
    # The nearest first: those that share a partner, then the same cluster; the order within is that of the index.
    others = [other for other in site.stories(page.locale) if other.key != page.key and not _beside(front, other.front)]
    others.sort(key=lambda other: -_nearness(front, other.front))
    return {
        "story": front,
        "landmark": site.clusters[front.cluster],
        "checked": max(site.sources[slug].checked for slug in front.sources),
        "minutes": math.ceil(len(page.body.split()) / WORDS_A_MINUTE),
        "cluster": site.page(page.locale, f"clusters/{front.cluster}"),
        "campus": site.page(page.locale, f"campuses/{front.campus}"),
        "partners": [partner for slug in front.partners if (partner := site.page(page.locale, f"partners/{slug}"))],
        "number_source": site.sources[front.key_number.source] if front.key_number else None,
        "series": _series(site, page, front),
        "more": others[:MORE],
    }


def _series(site: Site, page: Page, front: Story) -> Mapping[str, Any] | None:
    """The stories of its series in order, with the one before and the one after."""
    if not front.series:
        return None
    stories = site.in_series(front.series, page.locale)
    at = stories.index(page)
    return {
        "entry": site.series[front.series],
        "stories": stories,
        "previous": stories[at - 1] if at else None,
        "next": stories[at + 1] if at + 1 < len(stories) else None,
    }


def _beside(story: Story, other: object) -> bool:
    """The stories of its own series are shown already."""
    return isinstance(other, Story) and story.series is not None and story.series == other.series


def _nearness(story: Story, other: object) -> int:
    if not isinstance(other, Story):
        return 0
    return 2 * len(set(story.partners) & set(other.partners)) + (story.cluster == other.cluster)


@view("story-index")
def index(site: Site, page: Page) -> Mapping[str, Any]:
    """The stories of one page of the index, and what to choose from all of them."""
    stories = site.story_list(page.locale)
    first = (page.part - 1) * STORIES_A_PAGE
    pages = [part for part in site.listed("story-index", page.locale) if part.locale == page.locale]

    def choices(field: str, entries: Mapping[str, Series | Landmark] | None = None) -> Mapping[str, str]:
        values = sorted({value for story in stories if (value := getattr(story.front, field))})
        if entries is None:
            return {value: site.string(f"{field}.{value}", page.locale) for value in values}
        return {value: entries[value].name[page.locale] for value in values}

    fields = {
        "cluster": choices("cluster", site.clusters),
        "campus": choices("campus", site.campuses),
        "place": choices("place"),
        "series": choices("series", site.series),
    }
    return {
        "stories": stories[first : first + STORIES_A_PAGE],
        "story_count": len(stories),
        "choices": {field: values for field, values in fields.items() if values},
        "pages": dict(sorted((part.part, part) for part in pages)),
    }


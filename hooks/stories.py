"""Stories: each with the partners in it and others to read on, and the index of them all."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from mkdocs.plugins import CombinedEvent

from portal.hues import HUES
from portal.mkdocs_files import drawn
from portal.schema.page import Story
from portal.site import Page, Site

WORDS_A_MINUTE = 220
MORE = 3


def story(site: Site, page: Page) -> Mapping[str, Any]:
    """What the page of a story shows."""
    front = page.front
    assert isinstance(front, Story)
    # The nearest first: those that share a partner, then the same cluster; the order within is that of the index.
    others = [other for other in site.stories(page.locale) if other.key != page.key]
    others.sort(key=lambda other: -_nearness(front, other.front))
    return {
        "story": front,
        "hue": HUES[front.cluster],
        "checked": max(site.sources[slug].checked for slug in front.sources),
        "minutes": math.ceil(len(page.body.split()) / WORDS_A_MINUTE),
        "cluster": site.page(page.locale, f"clusters/{front.cluster}"),
        "campus": site.page(page.locale, f"campuses/{front.campus}"),
        "partners": [partner for slug in front.partners if (partner := site.page(page.locale, f"partners/{slug}"))],
        "number_source": site.sources[front.key_number.source] if front.key_number else None,
        "more": others[:MORE],
    }


def _nearness(story: Story, other: object) -> int:
    if not isinstance(other, Story):
        return 0
    return 2 * len(set(story.partners) & set(other.partners)) + (story.cluster == other.cluster)


def index(site: Site, page: Page) -> Mapping[str, Any]:
    """Every story, the newest first."""
    stories = site.stories(page.locale)

    def choices(field: str) -> Mapping[str, str]:
        values = sorted({value for story in stories if (value := getattr(story.front, field))})
        return {value: site.string(f"{field}.{value}", page.locale) for value in values}

    return {"stories": stories, "choices": {field: choices(field) for field in ("cluster", "campus", "place")}}


on_page_context = CombinedEvent(drawn("story", story), drawn("story-index", index))

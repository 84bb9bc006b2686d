"""Stories: each with the partners in it and others to read on, and the index of them all."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from portal.model.page import Page
from portal.model.related import related
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import Entry
from portal.schema.page import CampusPage, ClusterPage, Story, StoryIndex
from portal.schema.partner import Partner
from portal.schema.series import Series
from portal.schema.source import Source
from portal.views import view

WORDS_A_MINUTE = 220
MORE = 3
NEIGHBOURS = 60
"""How many stories of a partner or cluster are weighed for what to read on: the newest, however many there are."""


@view(Story)
def story(site: Site, page: Page[Story]) -> Mapping[str, Any]:
    """What the page of a story shows."""
    front = page.about
    sources = site.all(Source)
    series, more = _series(site, page), site.once(_more, page)
    others = [*more, *(series["stories"] if series else ())]
    return {
        "story": front,
        "landmark": site.all(Cluster)[front.cluster],
        "checked": max(sources[slug].checked for slug in front.sources),
        "minutes": math.ceil(len(page.body.split()) / WORDS_A_MINUTE),
        "cluster": site.nearest(page.locale, ClusterPage.key_of(front.cluster)),
        "campus": site.nearest(page.locale, CampusPage.key_of(front.campus)) if front.campus else None,
        "partners": [site.page_of(site.all(Partner)[slug], page.locale) for slug in front.partners],
        "number_source": sources[front.key_number.source] if front.key_number else None,
        "series": series,
        "more": more,
        "related": site.once(related, page, tuple(other.key for other in others)),
    }


def _series(site: Site, page: Page[Story]) -> Mapping[str, Any] | None:
    """The stories of its series, the oldest first, as one would read them, with the one before and the one after."""
    if not page.about.series:
        return None
    entry = site.all(Series)[page.about.series]
    stories = site.stories(page.locale, entry)[::-1]
    at = stories.index(page)
    return {
        "entry": entry,
        "stories": stories,
        "previous": stories[at - 1] if at else None,
        "next": stories[at + 1] if at + 1 < len(stories) else None,
    }


def _more(site: Site, page: Page[Story]) -> list[Page[Story]]:
    """What to read on: those that share a partner, then the same cluster, then the newest; not those of its series."""
    front = page.about
    about: list[Entry] = [site.all(Partner)[slug] for slug in front.partners]
    about.append(site.all(Cluster)[front.cluster])

    def fits(other: Page[Story]) -> bool:
        return other.key != page.key and not (front.series and other.about.series == front.series)

    lists = [*(site.stories(page.locale, entry) for entry in about), site.stories(page.locale)]
    near = {other.key: other for stories in lists for other in islice(filter(fits, stories), NEIGHBOURS)}
    return sorted(
        near.values(), key=lambda other: (-_nearness(front, other.about), -other.as_of.toordinal(), other.key)
    )[:MORE]


def _nearness(story: Story, other: Story) -> int:
    return 2 * len(set(story.partners) & set(other.partners)) + (story.cluster == other.cluster)


@view(StoryIndex)
def index(site: Site, page: Page[StoryIndex]) -> Mapping[str, Any]:
    """The stories of one page of the index, and what to choose from all of them."""
    stories = site.story_list(page.locale)
    first = (page.part - 1) * page.about.a_page
    return {
        "stories": stories[first : first + page.about.a_page],
        "story_count": len(stories),
        "choices": site.once(_choices, page.locale),
        "parts": site.parts(page),
    }


def _choices(site: Site, locale: str) -> Mapping[str, Mapping[str, str]]:
    """What can be chosen from all stories: by field, the values that there are, each with its name."""
    stories = site.story_list(locale)

    def choices(value_of: Callable[[Story], str | None], name: Callable[[str], str]) -> Mapping[str, str]:
        values = sorted({value for story in stories if (value := value_of(story.about))})
        return {value: name(value) for value in values}

    fields = {
        "cluster": choices(lambda story: story.cluster, lambda slug: site.all(Cluster)[slug].name[locale]),
        "campus": choices(lambda story: story.campus, lambda slug: site.all(Campus)[slug].name[locale]),
        "place": choices(lambda story: story.place, lambda place: site.string(f"place.{place}", locale)),
        "series": choices(lambda story: story.series, lambda slug: site.all(Series)[slug].name[locale]),
    }
    return {field: values for field, values in fields.items() if values}

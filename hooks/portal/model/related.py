"""What belongs together: pages that name the same partner, series, campus or event, or that are about the same town.

Two pages are nearer the fewer there are that share what they share: a partner that three pages name says more than a
cluster that a hundred do. What joins them is told, so that a reader sees why. The same content gives the same answer,
and a page costs the same however many there are: what too many share is not weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.entry import Entry, PagedEntry
from portal.schema.marks import Ref, walk
from portal.schema.page import Story
from portal.schema.partner import Partner
from portal.schema.per_language import PerLanguage

SHOWN = 6
"""How many a page shows."""
WEIGHED = 60
"""What more pages than this share says nothing of two of them."""

Topic = tuple[str, str]
"""What pages share: a collection and a slug, or `town` and its name."""
TOWN = "town"


@dataclass(frozen=True)
class Related:
    """A page that belongs with another."""

    page: Page[Any]
    how: Literal["about", "at", "in"]
    """Whether it is also about what joins them, at that campus, or in that town."""
    what: str
    """What joins them, by name."""


@dataclass(frozen=True)
class _Index:
    topics: Mapping[str, frozenset[Topic]]
    """By the key of a page."""
    keys: Mapping[Topic, tuple[str, ...]]
    """The pages that share a topic, in order."""


def related(site: Site, page: Page[Any], besides: tuple[str, ...] = ()) -> list[Related]:
    """The nearest pages, those first that share what few do. `besides` are the keys of what the page shows as well."""
    index = site.once(_index)
    own = index.topics.get(page.key, frozenset())
    weights: dict[str, float] = defaultdict(float)
    because: dict[str, Topic] = {}
    for topic in sorted(own, key=lambda topic: (len(index.keys[topic]), topic)):
        sharing = index.keys[topic]
        for key in sharing:
            weights[key] += 1 / len(sharing)
            because.setdefault(key, topic)
    near = sorted(weights.keys() - {*besides}, key=lambda key: (-weights[key], key))
    shown = (other for key in near if (other := site.nearest(page.locale, key)) and not _is_named(page, other))
    found = [other for _, other in zip(range(SHOWN), shown, strict=False)]
    return [Related(other, *_told(site, because[other.key], page.locale)) for other in found]


def _is_named(page: Page[Any], other: Page[Any]) -> bool:
    """Whether a page shows another one already: itself, what it names, and what stands around a partner."""
    here, there = page.about, other.about
    if other.key == page.key or (isinstance(here, Partner) and isinstance(there, Story | Partner)):
        return True
    return isinstance(there, Entry) and (there.collection, there.slug) in _named_by(here)


def _index(site: Site) -> _Index:
    topics: dict[str, set[Topic]] = defaultdict(set)
    for key in dict.fromkeys(key for _, key in site.pages):
        page = site.nearest(site.languages.default, key)
        if page and isinstance(page.about, Story | PagedEntry):
            topics[key] = set(_topics(site, page.about))
    keys: dict[Topic, list[str]] = defaultdict(list)
    for key in sorted(topics):
        for topic in topics[key]:
            keys[topic].append(key)
    shared = {topic: tuple(found) for topic, found in keys.items() if 1 < len(found) <= WEIGHED}
    return _Index({key: frozenset(own & shared.keys()) for key, own in topics.items()}, shared)


def _topics(site: Site, about: Any) -> Iterator[Topic]:
    """What a page is about: itself, what it names that a reader knows by name, and its town."""
    if isinstance(about, PagedEntry):
        yield about.collection, about.slug
    for collection, slug in _named_by(about):
        if _name(site.entries(collection).get(slug), site.languages.default):
            yield collection, slug
    if town := getattr(about, TOWN, None):
        yield TOWN, str(town)


def _named_by(about: Any) -> set[Topic]:
    return {(collection, slug) for _, ref, slug in walk(about, Ref) for collection in ref.collections}


def _told(site: Site, topic: Topic, locale: str) -> tuple[Literal["about", "at", "in"], str]:
    collection, slug = topic
    if collection == TOWN:
        return "in", slug
    entry = site.entries(collection)[slug]
    return "at" if isinstance(entry, Campus) else "about", _name(entry, locale)


def _name(entry: Entry | None, locale: str) -> str:
    """What a reader knows an entry by; a source or a picture is known by nothing that joins two pages."""
    if isinstance(entry, PagedEntry):
        return entry.headline.told(locale)
    name = getattr(entry, "name", None)
    return name.told(locale) if isinstance(name, PerLanguage) else ""

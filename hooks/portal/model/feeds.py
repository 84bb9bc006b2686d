"""Feeds: stories, events and changes of a language, as readers of feeds take them (Atom, RFC 4287; JSON Feed 1.1).

What a thing is called in a feed follows from its file, and never from its address: who moves the site, or gives a story
another address, sends nobody the same again. Dates are those of the content. The same content gives the same bytes.
"""

from __future__ import annotations

import html
import io
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from feedgenerator import Atom1Feed

from portal.model.agenda import agenda
from portal.model.changes import Change, changes
from portal.model.dates import modified, published
from portal.model.page import Page
from portal.model.publisher import publisher
from portal.model.site import Site
from portal.schema.cluster import Cluster
from portal.schema.correction import ChangesPage
from portal.schema.event import AgendaPage, Event
from portal.schema.page import FrontMatter, StoryIndex
from portal.schema.source import Source
from portal.words import formats

ITEMS = 30
"""How many a feed has: a reader of feeds looks often enough to miss none."""
ATOM = "feed.atom"
JSON = "feed.json"
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Item:
    """Something in a feed. Addresses are whole."""

    name: str
    """What it is called for good: the path of its file, with the language."""
    title: str
    url: str
    summary: str
    content: str
    """HTML, in which every address is whole."""
    updated: date
    published: date | None = None
    image: str = ""
    tags: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """The same wherever the site stands."""
        return _identity(self.name)


FullText = Callable[[Page[Any]], str]
"""The finished text of a page, with whole addresses; empty when it is not known."""
Drawn = Callable[[Iterable[str]], str]
"""Paragraphs of plain text as HTML."""


@dataclass(frozen=True)
class Feed:
    """A feed of a language, which stands beside the page that shows the same."""

    name: str
    """What it is of, such as `stories`."""
    locale: str
    beside: str
    """The address of that page."""

    @property
    def atom(self) -> str:
        """The address of the Atom feed."""
        return self.beside + ATOM

    @property
    def json(self) -> str:
        """The address of the JSON Feed."""
        return self.beside + JSON


@dataclass(frozen=True)
class Writing:
    """What is needed to write the items of a feed."""

    site: Site
    feed: Feed
    base: str
    """The address of the site, without a slash at its end."""
    full_text: FullText
    drawn: Drawn


@dataclass(frozen=True)
class Sort:
    """A sort of feed: beside which page it stands, what it is of, and what is told of each."""

    beside: type[FrontMatter]
    of: Callable[[Site, str], list[Any]]
    """The newest first, in a language."""
    told: Callable[[Writing, Any], Item]


def feeds_of(site: Site, locale: str) -> list[Feed]:
    """The feeds of a language that have something in them."""
    return site.once(_feeds_of, locale)


def _feeds_of(site: Site, locale: str) -> list[Feed]:
    pages = {name: site.page(locale, sort.beside.at) for name, sort in SORTS.items()}
    return [Feed(name, locale, page.address) for name, page in pages.items() if page and SORTS[name].of(site, locale)]


def items(writing: Writing) -> list[Item]:
    """What is in a feed, the newest first."""
    sort, locale = SORTS[writing.feed.name], writing.feed.locale
    return [sort.told(writing, one) for one in sort.of(writing.site, locale)[:ITEMS]]


def atom(site: Site, feed: Feed, base: str, found: Iterable[Item]) -> bytes:
    """A feed as Atom."""
    locale = feed.locale
    made = Atom1Feed(
        title=title(site, feed),
        link=base + feed.beside,
        description=_beside(site, feed).description,
        language=locale,
        author_name=_author(site, locale),
        feed_url=base + feed.atom,
        feed_guid=_identity(f"{locale}/{feed.name}"),
        feed_copyright=site.string("site.licence", locale),
    )
    for item in found:
        made.add_item(
            title=item.title,
            link=item.url,
            description=html.escape(item.summary, quote=False),
            content=item.content,
            unique_id=item.identity,
            pubdate=_moment(item.published) if item.published else None,
            updateddate=_moment(item.updated),
            categories=item.tags,
        )
    text = io.BytesIO()
    made.write(text, "utf-8")
    return text.getvalue()


def json_feed(site: Site, feed: Feed, base: str, found: Iterable[Item]) -> bytes:
    """The same as JSON Feed."""
    locale = feed.locale
    told = {
        "version": JSON_FEED,
        "title": title(site, feed),
        "home_page_url": base + feed.beside,
        "feed_url": base + feed.json,
        "description": _beside(site, feed).description,
        "language": locale,
        "authors": [{"name": _author(site, locale)}],
        "items": [_json_item(item, locale) for item in found],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def title(site: Site, feed: Feed) -> str:
    """What a feed is called where the reader of feeds lists it."""
    return site.string(f"feeds.{feed.name}", feed.locale)


def _json_item(item: Item, locale: str) -> dict[str, Any]:
    told = {
        "id": item.identity,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "image": item.image,
        "date_published": _moment(item.published).isoformat() if item.published else "",
        "date_modified": _moment(item.updated).isoformat(),
        "language": locale,
        "tags": list(item.tags),
    }
    return {name: value for name, value in told.items() if value}


def stories_in_feed(site: Site, locale: str) -> list[Page[Any]]:
    """The newest stories that were written in a language, as many as a feed has."""
    own = [page for page in site.stories(locale) if page.locale == locale]
    return sorted(own, key=lambda page: (-(published(page) or date.min).toordinal(), page.key))[:ITEMS]


def _story(writing: Writing, page: Page[Any]) -> Item:
    cluster = writing.site.all(Cluster)[page.about.cluster]
    return Item(
        name=f"{page.locale}/{page.key}",
        title=page.title,
        url=writing.base + page.address,
        summary=page.description,
        content=writing.full_text(page),
        updated=modified(page) or page.as_of,
        published=published(page),
        tags=(cluster.name.told(page.locale),),
    )


def _events(site: Site, locale: str) -> list[Event]:
    found = agenda(site, site.day)
    events = [*found.coming, *found.recurring, *found.past]
    return sorted(events, key=lambda event: (-_known(site, event).toordinal(), event.slug))


def _event(writing: Writing, event: Event) -> Item:
    site, locale = writing.site, writing.feed.locale
    days = [formats.day(day, site.territory(locale)) for day in dict.fromkeys((event.starts, event.ends)) if day]
    told = [
        f" {site.string('event.until', locale)} ".join(days) or site.string(f"event.rhythm.{event.rhythm}", locale),
        event.place.told(locale) if event.place else "",
        event.summary.told(locale),
        site.string("event.cancelled", locale) if event.cancelled else "",
        *(change.what.told(locale) for change in event.changes),
    ]
    paragraphs = [text for text in told if text]
    return Item(
        name=f"{locale}/{event.collection}/{event.slug}",
        title=event.title.told(locale),
        url=writing.base + site.page_of(event, locale).address,
        summary=paragraphs[0],
        content=writing.drawn(paragraphs),
        updated=_known(site, event),
    )


def _change(writing: Writing, change: Change) -> Item:
    site, locale = writing.site, writing.feed.locale
    was = site.string("changes.was", locale, text=change.was) if change.was else ""
    kind = site.string(f"changes.kind.{change.kind}", locale)
    return Item(
        name=f"{locale}/changes/{change.name}",
        title=f"{kind}: {change.page.title}",
        url=f"{writing.base}{change.page.address}{change.anchor}",
        summary=change.text,
        content=writing.drawn(filter(None, (change.text, was))),
        updated=change.on,
        published=change.on,
    )


SORTS: Mapping[str, Sort] = {
    "stories": Sort(StoryIndex, stories_in_feed, _story),
    "events": Sort(AgendaPage, _events, _event),
    "changes": Sort(ChangesPage, changes, _change),
}
"""What there are feeds of, by name."""


def _beside(site: Site, feed: Feed) -> Page[Any]:
    """The page beside which a feed stands."""
    return site.pages[feed.locale, SORTS[feed.name].beside.at]


def _known(site: Site, event: Event) -> date:
    """The day on which the newest of an event became known."""
    read = (site.all(Source)[slug].checked for slug in event.sources)
    return max([*read, *(change.on for change in event.changes)])


def _author(site: Site, locale: str) -> str:
    who = publisher(site)
    return (who and who.name) or site.string("site.name", locale)


def _identity(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"into-nijmegen:feeds/{name}").urn


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)

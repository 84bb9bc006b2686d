"""The site: everything that was read, typed and frozen, with the questions that pages ask of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import cast

from portal import LOCALES
from portal.content.reading import Content, WrittenPage
from portal.markdown import Findings, convert
from portal.model.addresses import address, part
from portal.schema import (
    COLLECTIONS,
    Campus,
    Cluster,
    Eligibility,
    Entry,
    Event,
    PagedEntry,
    Partner,
    Phase,
    Picture,
    Programme,
    Relation,
    Series,
    Source,
    Step,
    Term,
    Verb,
)
from portal.schema.fields import Localized
from portal.schema.page import FrontMatter, Pictured, Story
from portal.schema.redirect import Redirect
from portal.words.problem import Place

STORIES_A_PAGE = 12
"""How many stories a page of their index shows: what a page weighs must not depend on how many there are."""


@dataclass(frozen=True)
class Page:
    """A page of the site, written in Markdown or made from an entry."""

    locale: str
    key: str
    kind: str
    title: str
    description: str
    address: str
    as_of: date
    """The day up to which its content is true: its own date, or for an entry the newest of its sources."""
    file: Place
    front: FrontMatter | None = None
    entry: Entry | None = None
    body: str = ""
    body_line: int = 1
    part: int = 1
    """Which page it is of a list that goes on over several."""

    @property
    def slug(self) -> str:
        """The name of its file, which is that of the entry it is about."""
        return self.key.rpartition("/")[2]

    @property
    def source(self) -> str:
        """The path that MkDocs knows it by, within content/."""
        return f"{self.locale}/{self.key}.md"

    def line(self, line: int) -> int:
        """The line of the file for a line of the text below its fields."""
        return self.body_line + line - 1


@dataclass(frozen=True)
class Party:
    """What can stand at an end of a relation: an organisation, a campus or a programme."""

    slug: str
    name: Localized
    name_in_text: Localized
    key: str
    """The key of its page, which need not exist."""


@dataclass(frozen=True)
class Site:
    """One whole, built once from the content and handed to everything that draws."""

    content: Content
    day: date
    """The day on which it is looked at: the same for every page, also when midnight passes meanwhile."""

    def _all(self, collection: str) -> Mapping[str, Entry]:
        return self.content.entries.get(collection, {})

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by slug."""
        return cast("Mapping[str, Source]", self._all("sources"))

    @property
    def partners(self) -> Mapping[str, Partner]:
        """Partners by slug."""
        return cast("Mapping[str, Partner]", self._all("partners"))

    @property
    def programmes(self) -> Mapping[str, Programme]:
        """Programmes by slug."""
        return cast("Mapping[str, Programme]", self._all("programmes"))

    @property
    def campuses(self) -> Mapping[str, Campus]:
        """Campuses by slug."""
        return cast("Mapping[str, Campus]", self._all("campuses"))

    @property
    def clusters(self) -> Mapping[str, Cluster]:
        """Clusters by slug."""
        return cast("Mapping[str, Cluster]", self._all("clusters"))

    @property
    def events(self) -> Mapping[str, Event]:
        """Events by slug."""
        return cast("Mapping[str, Event]", self._all("events"))

    def coming(self, day: date) -> list[Event]:
        """The events that are not over on a day, the first to start first."""
        events = [event for event in self.events.values() if event.last_day >= day]
        return sorted(events, key=lambda event: (event.starts, event.slug))

    @property
    def series(self) -> Mapping[str, Series]:
        """Series of stories by slug."""
        return cast("Mapping[str, Series]", self._all("series"))

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """Pictures by slug."""
        return cast("Mapping[str, Picture]", self._all("pictures"))

    @cached_property
    def shown_pictures(self) -> Mapping[str, Picture]:
        """The pictures that a page shows: no other is published."""
        named = set()
        for page in self.content.pages:
            if isinstance(page.front, Pictured):
                named.add(page.front.picture)
            if isinstance(page.front, Story) and page.front.quote:
                named.add(page.front.quote.portrait)
        return {slug: picture for slug, picture in self.pictures.items() if slug in named}

    @property
    def verbs(self) -> Mapping[str, Verb]:
        """Verbs by slug."""
        return cast("Mapping[str, Verb]", self._all("verbs"))

    @property
    def relations(self) -> Mapping[str, Relation]:
        """Relations by slug."""
        return cast("Mapping[str, Relation]", self._all("relations"))

    @property
    def phases(self) -> Sequence[Phase]:
        """The phases of a move, in order."""
        return sorted(cast("Mapping[str, Phase]", self._all("phases")).values(), key=lambda phase: phase.order)

    @property
    def steps(self) -> Mapping[str, Step]:
        """Steps by slug, in the order of the move."""
        phases = {phase.slug: i for i, phase in enumerate(self.phases)}
        steps = cast("Mapping[str, Step]", self._all("steps"))
        return dict(sorted(steps.items(), key=lambda item: (phases.get(item[1].phase, 99), item[1].order, item[0])))

    @property
    def eligibility(self) -> Mapping[str, Eligibility]:
        """Eligibility checks by slug."""
        return cast("Mapping[str, Eligibility]", self._all("eligibility"))

    @property
    def terms(self) -> Mapping[str, Term]:
        """Terms by slug."""
        return cast("Mapping[str, Term]", self._all("terms"))

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """The old addresses."""
        return self.content.redirects.redirects

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Everything a relation may name, by slug."""
        parties = {}
        entries: Iterable[Programme | Campus | Partner]
        for entries in (self.programmes.values(), self.campuses.values(), self.partners.values()):
            for entry in entries:
                key = f"{entry.collection}/{entry.slug}"
                parties[entry.slug] = Party(entry.slug, entry.name, entry.name_in_text or entry.name, key)
        return parties

    @cached_property
    def pages(self) -> Mapping[tuple[str, str], Page]:
        """Every page, by locale and key, in the order of their keys."""
        slugs = {locale: {page.key: page.front.slug for page in self._written(locale)} for locale in LOCALES}
        pages = [self._page(page, slugs[page.locale]) for page in self.content.pages]
        for schema in COLLECTIONS:
            for entry in self._all(schema.collection).values():
                if isinstance(entry, PagedEntry):
                    pages += [self._generated(entry, locale, slugs[locale]) for locale in LOCALES]
        pages += [further for page in pages if page.kind == "story-index" for further in self._further(page)]
        return {(page.locale, page.key): page for page in sorted(pages, key=lambda page: (page.locale, page.key))}

    def _written(self, locale: str) -> Iterator[WrittenPage]:
        return (page for page in self.content.pages if page.locale == locale)

    def _page(self, page: WrittenPage, slugs: Mapping[str, str | None]) -> Page:
        front = page.front
        return Page(
            locale=page.locale,
            key=page.key,
            kind=front.kind,
            title=front.title,
            description=front.description,
            address=address(page.locale, page.key, slugs),
            as_of=front.as_of,
            file=page.file,
            front=front,
            body=page.body,
            body_line=page.body_line,
        )

    def _generated(self, entry: PagedEntry, locale: str, slugs: Mapping[str, str | None]) -> Page:
        checked = [self.sources[slug].checked for slug in entry.sources if slug in self.sources]
        own = entry.own_slug[locale] if entry.own_slug else None
        return Page(
            locale=locale,
            key=entry.key,
            kind=entry.page_kind,
            title=entry.headline[locale],
            description=entry.summary[locale],
            address=address(locale, entry.key, {**slugs, entry.key: own}),
            as_of=max(checked, default=date.min),
            file=entry.file,
            entry=entry,
        )

    def _further(self, index: Page) -> Iterator[Page]:
        """The pages on which the index of the stories goes on."""
        stories = {page.key for page in self.content.pages if isinstance(page.front, Story)}
        for number in range(2, math.ceil(len(stories) / STORIES_A_PAGE) + 1):
            name, slug = part(index.locale, number)
            yield replace(
                index,
                key=f"{index.key}/page-{number}",
                title=f"{index.title}, {name}",
                description=f"{index.description} ({name})",
                address=f"{index.address}{slug}/",
                front=None,
                body="",
                part=number,
            )

    def findings(self, page: Page) -> Findings:
        """What the Markdown of a written page holds. It is converted once, for this and for the page itself."""
        return convert(page.body).findings

    def page(self, locale: str, key: str) -> Page | None:
        """The page at `key` in a language, if it exists there."""
        return self.pages.get((locale, key))

    def twin(self, page: Page) -> Page | None:
        """The same page in the other language, if it exists."""
        return next(
            (twin for locale in LOCALES if locale != page.locale and (twin := self.page(locale, page.key))), None
        )

    def listed(self, kind: str, locale: str) -> list[Page]:
        """The pages of a kind as a list in a language shows them: what exists only in the other language included."""
        return [
            page
            for page in self.pages.values()
            if page.kind == kind and (page.locale == locale or self.page(locale, page.key) is None)
        ]

    def stories(self, locale: str, *, partner: str = "", cluster: str = "", campus: str = "") -> list[Page]:
        """The stories about a partner, cluster or campus, the newest first."""

        def about(story: Story) -> bool:
            return not (
                (partner and partner not in story.partners)
                or (cluster and cluster != story.cluster)
                or (campus and campus != story.campus)
            )  # fmt: skip

        stories = [page for page in self.listed("story", locale) if isinstance(page.front, Story) and about(page.front)]
        return sorted(stories, key=lambda page: (-page.as_of.toordinal(), page.key))

    def story_list(self, locale: str) -> list[Page]:
        """The stories as their index lists them: the featured one, then the newest first."""
        stories = self.stories(locale)
        return sorted(stories, key=lambda page: not (isinstance(page.front, Story) and page.front.featured))

    def in_series(self, slug: str, locale: str) -> list[Page]:
        """The stories of a series, the oldest first, as one would read them."""
        stories = self.stories(locale)[::-1]
        return [page for page in stories if isinstance(page.front, Story) and page.front.series == slug]

    def territory(self, locale: str) -> str:
        """A language where it is spoken, as Babel names it: `nl_NL`."""
        return self.string("language.territory", locale)

    def string(self, key: str, locale: str, **words: object) -> str:
        """A short text of a template, its placeholders filled in. An unknown key is a mistake in a template."""
        return self.content.strings[locale][key].format(**words)


def project_root(start: Path | None = None) -> Path:
    """The folder of the project: the nearest one with mkdocs.yml, here or above."""
    here = (start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), here)


def data_path(collection: str, slug: str) -> PurePosixPath:
    """Where an entry stands, for messages."""
    return PurePosixPath("content/data") / collection / f"{slug}.yml"

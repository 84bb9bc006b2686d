"""The site: everything that was read, typed and frozen, with the questions that pages ask of it.

Each question is answered from an index that is made once, so that a page costs the same however many there are.
"""

from __future__ import annotations

import math
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from portal.content.reading import Content, WrittenPage
from portal.markdown import Findings, convert
from portal.model.addresses import Addresses
from portal.model.glossary import Glossary
from portal.model.letters import Letter, Name, by_letter, names
from portal.model.page import Page
from portal.model.references import Reference, backlinks, references
from portal.model.texts import Written, texts
from portal.schema import entry as schema
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import Entry, PagedEntry
from portal.schema.event import Event
from portal.schema.fields import Localized, Subject, slugify
from portal.schema.landmark import Landmark
from portal.schema.page import Chosen, Directory, ListIndex, LongPage, Story, StoryIndex
from portal.schema.partner import Partner
from portal.schema.picture import Picture
from portal.schema.redirect import Redirect
from portal.schema.relation import PARTIES, Relation, RelationTable
from portal.schema.search import SearchPage
from portal.schema.source import Source
from portal.schema.step import Step
from portal.schema.term import Term
from portal.words import formats
from portal.words.languages import Languages

LISTED: Mapping[type[LongPage], type[Subject] | type[Entry]] = {
    StoryIndex: Story,
    Directory: Partner,
    RelationTable: Relation,
}
"""What each list is of: pages, or entries that have none."""

CHOSEN_BY: Mapping[str, type[Landmark]] = {"cluster": Cluster, "campus": Campus}
"""The choices whose values are entries."""

AnyEntry = TypeVar("AnyEntry", bound=Entry)
AnyAbout = TypeVar("AnyAbout", bound=Subject)
Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")
"""What a question is about."""


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

    @property
    def languages(self) -> Languages:
        """The language versions."""
        return self.content.languages

    # --- entries ---

    def all(self, schema: type[AnyEntry]) -> Mapping[str, AnyEntry]:
        """The entries of a collection by slug, in the order in which the site shows them."""
        if schema not in self._entries:
            entries = self.content.entries[schema.collection]
            order = sorted(entries, key=lambda slug: entries[slug].sort_key(self.content.entries))
            self._entries[schema] = {slug: entries[slug] for slug in order}
        return cast("Mapping[str, AnyEntry]", self._entries[schema])

    @cached_property
    def _entries(self) -> dict[type[Entry], Mapping[str, Entry]]:
        return {}

    def entries(self, collection: str) -> Mapping[str, Any]:
        """The entries of a collection, for a template: Python asks for them by their type."""
        return self.all(self._schemas[collection])

    @cached_property
    def _schemas(self) -> Mapping[str, type[Entry]]:
        return schema.collections()

    # --- questions that many pages ask ---

    def once(self, ask: Callable[Concatenate[Site, Asked], Answer], *of: Asked.args, **named: Asked.kwargs) -> Answer:
        """What a function of the site answers. It is asked once for the same things, however many pages want to know:
        a list of all stories or partners that each page made anew would take four times as long for twice as many.
        """
        question = (ask, of, *named.items())
        if question not in self._answers:
            self._answers[question] = ask(self, *of, **named)
        return cast("Answer", self._answers[question])

    @cached_property
    def _answers(self) -> dict[object, object]:
        return {}

    def coming(self, day: date) -> list[Event]:
        """The events that are not over on a day, the first to start first."""
        events = [event for event in self.all(Event).values() if event.last_day and event.last_day >= day]
        return sorted(events, key=lambda event: (event.starts or date.min, event.slug))

    @cached_property
    def shown_pictures(self) -> Mapping[str, Picture]:
        """The pictures that a page shows: no other is published."""
        pages = {(page.locale, page.key) for page in self.content.pages}
        return {
            slug: picture
            for slug, picture in self.all(Picture).items()
            if any(reference.key in pages for reference in self.naming(picture))
        }

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """The old addresses."""
        return self.content.redirects.redirects

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Everything a relation may name, by slug."""
        parties = {}
        for collection in PARTIES:
            for slug, entry in self.content.entries[collection].items():
                assert isinstance(entry, schema.Party)
                parties[slug] = Party(slug, entry.name, entry.name_in_text or entry.name, f"{collection}/{slug}")
        return parties

    # --- references ---

    @cached_property
    def texts(self) -> list[Written]:
        """Every text of the content, with its language and its place."""
        return list(texts(self.content))

    @cached_property
    def references(self) -> list[Reference]:
        """Every place in the content that names an entry."""
        return list(references(self.content))

    @cached_property
    def _backlinks(self) -> Mapping[tuple[str, str], list[Reference]]:
        return backlinks(self.content, self.references)

    def naming(self, entry: Entry) -> list[Reference]:
        """The places that name an entry."""
        return self._backlinks.get((entry.collection, entry.slug), [])

    @cached_property
    def relations_from(self) -> Mapping[str, list[Relation]]:
        """What a party does, by its slug."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.all(Relation).values():
            found[relation.from_].append(relation)
        return found

    @cached_property
    def relations_to(self) -> Mapping[str, list[Relation]]:
        """What is done to a party, by its slug."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.all(Relation).values():
            for slug in relation.to:
                found[slug].append(relation)
        return found

    @cached_property
    def needed_by(self) -> Mapping[str, list[Step]]:
        """The steps that can be taken after a step, by its slug."""
        found: dict[str, list[Step]] = defaultdict(list)
        for step in self.all(Step).values():
            for slug in step.needs:
                found[slug].append(step)
        return found

    # --- pages ---

    @cached_property
    def pages(self) -> Mapping[tuple[str, str], Page[Any]]:
        """Every page, by locale and key, in the order of their keys."""
        addresses = {
            locale: Addresses(
                self.languages,
                locale,
                {page.key: page.front.slug for page in self.content.pages if page.locale == locale},
            )
            for locale in self.languages
        }
        pages: list[Page[Any]] = [
            _written(page, addresses[page.locale]) for page in self.content.pages if page.front.may_be_read(self.day)
        ]
        for entries in self.content.entries.values():
            for entry in entries.values():
                if isinstance(entry, PagedEntry):
                    pages += [self._generated(entry, addresses[locale]) for locale in self._translated(entry)]
        count: Counter[type] = Counter(type(about) for about in {page.key: page.about for page in pages}.values())
        count.update(
            type(entry)
            for of in self.content.entries.values()
            for entry in of.values()
            if not isinstance(entry, PagedEntry)
        )
        for index in [page for page in pages if isinstance(page.about, LongPage)]:
            pages += self._further(index, count[LISTED[type(index.about)]])
        for whole in [page for page in pages if isinstance(page.about, Chosen)]:
            pages += self._chosen(whole)
        pages += list(self._letters(pages))
        return {(page.locale, page.key): page for page in sorted(pages, key=lambda page: (page.locale, page.key))}

    def _translated(self, entry: PagedEntry) -> Iterator[str]:
        """The languages in which an entry has a page: those that its title and summary are given in."""
        return (locale for locale in self.languages if locale in entry.headline and locale in entry.summary)

    def _generated(self, entry: PagedEntry, addresses: Addresses) -> Page[PagedEntry]:
        sources = self.content.entries[Source.collection]
        checked = [cast("Source", sources[slug]).checked for slug in entry.sources if slug in sources]
        locale = addresses.locale
        return Page(
            locale=locale,
            key=entry.key,
            about=entry,
            title=str(entry.headline[locale]),
            description=str(entry.summary[locale]),
            address=addresses.of(entry.key, entry.own_slug[locale] if entry.own_slug else None),
            as_of=max(checked, default=date.min),
            file=entry.file,
        )

    def _further(self, index: Page[Any], count: int) -> Iterator[Page[Any]]:
        """The pages on which a list of so many goes on."""
        for number in range(2, math.ceil(count / index.about.a_page) + 1):
            part = self.string("paging.slug", index.locale, number=number)
            yield replace(
                index,
                key=f"{index.key}/page-{number}",
                title=self.string("paging.title", index.locale, title=index.title, number=number),
                description=self.string("paging.description", index.locale, text=index.description, number=number),
                address=f"{index.address}{part}/",
                body="",
                part=number,
            )

    def _chosen(self, whole: Page[Any]) -> Iterator[Page[Any]]:
        """A page for each choice of what another shows."""
        found: dict[str, set[str]] = defaultdict(set)
        for facets in whole.about.shown(self.content.entries):
            for facet, values in facets.items():
                found[facet].update(values)
        for facet, values in found.items():
            known = self.all(CHOSEN_BY[facet]) if facet in CHOSEN_BY else values
            for value in [value for value in known if value in values]:
                name = self.choice_name(facet, value, whole.locale)
                yield replace(
                    whole,
                    key=f"{whole.key.removesuffix('/index')}/{facet}-{value}",
                    title=self.string("choice.title", whole.locale, title=whole.menu, choice=name),
                    description=self.string("choice.description", whole.locale, text=whole.description, choice=name),
                    address=f"{whole.address}{slugify(name)}/",
                    body="",
                    choice=(facet, value),
                )

    def choices(self, page: Page[Any]) -> Mapping[str, list[Page[Any]]]:
        """The pages of a page's choices by what is chosen by, `cluster` or `kind`, each by its name."""
        return self.once(_choices, type(page.about), page.locale)

    def choice_name(self, facet: str, value: str, locale: str) -> str:
        """What a choice is called."""
        if facet in CHOSEN_BY:
            entry = self.all(CHOSEN_BY[facet])[value]
            return str(entry.name.told(locale))
        if facet == "year":
            return value
        if facet == "language":
            return formats.language(value, self.territory(locale))
        return self.string(f"{facet}.{value}", locale)

    def _letters(self, pages: Sequence[Page[Any]]) -> Iterator[Page[Any]]:
        """The pages that list everything by its letter, the same in each language: a letter may be empty in one."""
        searches = {page.locale: page for page in pages if isinstance(page.about, SearchPage)}
        listed = {locale: by_letter(self._names(pages, locale)) for locale in searches}
        letters = sorted({(letter.letter, letter.number) for found in listed.values() for letter in found})
        for locale, search in searches.items():
            for part, (letter, number) in enumerate(letters, 2):
                slug = Letter(letter, number, ()).slug
                title = self.string("search.letter.title", locale, letter=letter)
                text = self.string("search.letter.description", locale, letter=letter)
                yield replace(
                    search,
                    key=f"{search.key.removesuffix('index')}{slug}",
                    title=title if number == 1 else self.string("paging.title", locale, title=title, number=number),
                    description=self.string("paging.description", locale, text=text, number=number),
                    address=f"{search.address}{slug}/",
                    body="",
                    part=part,
                )

    def _names(self, pages: Iterable[Page[Any]], locale: str) -> Iterator[Name]:
        """What everything is called that a language lists."""
        nearest: dict[str, Page[Any]] = {}
        for page in sorted(pages, key=lambda page: (page.locale != locale, self.languages.locales.index(page.locale))):
            nearest.setdefault(page.key, page)
        return names(nearest.values(), self.all(Campus), list(self.all(Term).values()))

    def letters(self, locale: str) -> Mapping[str, Letter]:
        """Everything the site has a name for, in a language, by the last part of the address of its page."""
        return self.once(_letters, locale)

    @cached_property
    def unread_keys(self) -> frozenset[str]:
        """The keys of the pages that entries would have, if their own files had no problems."""
        paged = {name: of for name, of in schema.collections().items() if issubclass(of, PagedEntry)}
        return frozenset(
            paged[path.parent.name].key_of(path.stem) for path in self.content.unread if path.parent.name in paged
        )

    def findings(self, page: Page[Any]) -> Findings:
        """What the Markdown of a written page holds. It is converted once, for this and for the page itself."""
        return convert(page.body).findings

    def page(self, locale: str, key: str) -> Page[Any] | None:
        """The page at `key` in a language, if it exists there."""
        return self.pages.get((locale, key))

    def nearest(self, locale: str, key: str) -> Page[Any] | None:
        """The page at `key` in a language, else in the default language, else in any: where a link leads."""
        return next((page for other in (locale, *self.languages) if (page := self.page(other, key))), None)

    def linked(self, page: Page[Any], path: str) -> Page[Any] | None:
        """The page that a text links to by the path of its file: in its own language, and from a partial one in any."""
        locale, _, file = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path)).partition("/")
        if locale != page.locale:
            return None
        key = file.removesuffix(".md")
        return self.page(locale, key) if locale in self.languages.whole else self.nearest(locale, key)

    def page_of(self, entry: PagedEntry, locale: str) -> Page[Any]:
        """The page of an entry, in the default language where it is not translated."""
        page = self.nearest(locale, entry.key)
        assert page, f"{entry.key} has a page in the default language"
        return page

    def versions(self, page: Page[Any]) -> list[Page[Any]]:
        """A page in every language in which it exists, the default first; itself included."""
        return [version for locale in self.languages if (version := self.page(locale, page.key))]

    @cached_property
    def _listed(self) -> Mapping[tuple[type[Subject], str], list[Page[Any]]]:
        listed: dict[tuple[type[Subject], str], list[Page[Any]]] = defaultdict(list)
        for key in dict.fromkeys(key for _, key in self.pages):
            for locale in self.languages:
                if page := self.nearest(locale, key):
                    listed[type(page.about), locale].append(page)
        return listed

    def of_kind(self, kind: str, locale: str) -> list[Page[Any]]:
        """The pages of a kind, for a template: Python asks for them by what they are about."""
        return self._of_kind.get((kind, locale), [])

    @cached_property
    def _of_kind(self) -> Mapping[tuple[str, str], list[Page[Any]]]:
        found: dict[tuple[str, str], list[Page[Any]]] = defaultdict(list)
        for (about, locale), pages in self._listed.items():
            found[about.page_kind, locale] += pages
        return found

    def listed(self, about: type[AnyAbout], locale: str) -> list[Page[AnyAbout]]:
        """The pages about one sort of thing as a list in a language shows them: what is not translated included."""
        return self._listed.get((about, locale), [])

    def parts(self, index: Page[Any]) -> Mapping[int, Page[Any]]:
        """The pages of a list by their number, in order."""
        return self.once(_parts, type(index.about), index.locale)

    def in_order(self, index: ListIndex, locale: str) -> Sequence[Page[Any]]:
        """What a list is of, in the order in which a choice from it is shown."""
        match index:
            case StoryIndex():
                return self.story_list(locale)
            case Directory():
                return self._partners[locale]
        raise TypeError(f"{type(index).__name__} has no order")

    def words_for(self, page: Page[Any], locale: str) -> Iterator[str]:
        """What a page may be looked for by, besides what its row in a list shows."""
        if isinstance(page.about, Partner):
            yield self.string(f"kind.{page.about.kind}", locale)
            yield from page.about.aliases

    # --- stories ---

    @cached_property
    def _stories(self) -> Mapping[str, list[Page[Story]]]:
        return {
            locale: sorted(self.listed(Story, locale), key=lambda page: (-page.as_of.toordinal(), page.key))
            for locale in self.languages
        }

    @cached_property
    def _partners(self) -> Mapping[str, list[Page[Partner]]]:
        return {
            locale: sorted(self.listed(Partner, locale), key=lambda page: (page.title.casefold(), page.key))
            for locale in self.languages
        }

    @cached_property
    def _naming(self) -> Mapping[tuple[type[Subject], str, str, str], list[Page[Any]]]:
        """Stories and partners by locale, collection and slug of what they name, in the order of their lists."""
        found: dict[tuple[type[Subject], str, str, str], list[Page[Any]]] = defaultdict(list)
        names: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for reference in self.references:
            names[id(reference.owner)].add((reference.collection, reference.slug))
        for lists in (self._stories, self._partners):
            for locale, pages in lists.items():
                for page in pages:
                    for collection, slug in sorted(names[id(page.about)]):
                        found[type(page.about), locale, collection, slug].append(page)
        return found

    def partners(self, locale: str, about: Entry) -> list[Page[Partner]]:
        """The partners that name an entry, such as the campus they stand on, by name."""
        return self._naming.get((Partner, locale, about.collection, about.slug), [])

    def stories(self, locale: str, about: Entry | None = None) -> list[Page[Story]]:
        """The stories, or those that name an entry; the newest first."""
        if about is None:
            return self._stories[locale]
        return self._naming.get((Story, locale, about.collection, about.slug), [])

    @cached_property
    def _story_list(self) -> Mapping[str, list[Page[Story]]]:
        return {
            locale: sorted(stories, key=lambda page: not page.about.featured)
            for locale, stories in self._stories.items()
        }

    def story_list(self, locale: str) -> list[Page[Story]]:
        """The stories as their index lists them: the featured one, then the newest first."""
        return self._story_list[locale]

    # --- words ---

    @cached_property
    def glossaries(self) -> Mapping[str, Glossary]:
        """What finds the terms in running text, by language."""
        terms = self.all(Term)
        return {locale: Glossary(terms, locale) for locale in self.languages}

    def territory(self, locale: str) -> str:
        """A language where it is spoken, as Babel names it: `nl_NL`."""
        return self.string("language.territory", locale)

    def string(self, key: str, locale: str, **words: object) -> str:
        """A short text of a template, its placeholders filled in. An unknown key is a mistake in a template."""
        return self.strings[locale][key].format(**words)

    @property
    def strings(self) -> Mapping[str, Mapping[str, str]]:
        """The short texts of the templates as they are written, by language."""
        return self.content.strings


def _written(page: WrittenPage, addresses: Addresses) -> Page[Any]:
    front = page.front
    return Page(
        locale=page.locale,
        key=page.key,
        about=front,
        title=front.title,
        description=front.description,
        address=addresses.of(page.key),
        as_of=front.as_of,
        file=page.file,
        body=page.body,
        body_line=page.body_line,
    )


def _letters(site: Site, locale: str) -> Mapping[str, Letter]:
    return {letter.slug: letter for letter in by_letter(site._names(site.pages.values(), locale))}


def _parts(site: Site, index: type[Subject], locale: str) -> Mapping[int, Page[Any]]:
    pages = [page for page in site.listed(index, locale) if page.locale == locale]
    return {page.part: page for page in sorted(pages, key=lambda page: page.part)}


def _choices(site: Site, about: type[Subject], locale: str) -> Mapping[str, list[Page[Any]]]:
    found: dict[str, list[Page[Any]]] = {facet: [] for facet in CHOSEN_BY}
    for page in site.listed(about, locale):
        if page.choice:
            found.setdefault(page.choice[0], []).append(page)
    return {facet: pages for facet, pages in found.items() if pages}


@cache
def data_path(collection: str, slug: str) -> PurePosixPath:
    """Where an entry stands, for messages."""
    return PurePosixPath("content/data") / collection / f"{slug}.yml"

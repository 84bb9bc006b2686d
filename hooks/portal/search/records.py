"""Records: what can be found in a language, each page and each thing on a page that has a place of its own.

They are made from what was read, not from pages that were drawn, so the index can be made while the pages are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.action_plan import Action
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import Entry, PagedEntry, Party
from portal.schema.event import Event
from portal.schema.figure import Figure
from portal.schema.landmark import Landmark
from portal.schema.marks import Ref, walk
from portal.schema.page import FrontMatter
from portal.schema.step import Step
from portal.schema.term import Term

PLACES: Mapping[str, type[Landmark]] = {"cluster": Cluster, "campus": Campus}
"""By which places people choose, and the collection of each."""
ON_PAGES: Mapping[type[Entry], str] = {Term: "glossary", Figure: "figures", Action: "action-plan"}
"""What has a place on a page instead of a page, and the key of that page; the anchor is the slug."""
PAGE = "page"
"""The kind of whatever there is one of."""


@dataclass(frozen=True)
class Record:
    """One thing to be found."""

    address: str
    """Where it is, from the root of the site, with its anchor."""
    title: str
    kind: str
    """A page kind, or the kind of an entry on a page: `search.kind.<kind>` is its word."""
    lang: str
    """The language it is written in: that of the index, or in a partial language another."""
    names: tuple[str, ...] = ()
    """What it is called: for what has a name of its own, and is meant by it."""
    duties: tuple[str, ...] = ()
    """What one has to do, in the words of a step and of whoever looks for it."""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By what it can be chosen: `cluster`, `campus`, `year`."""
    text: tuple[str, ...] = ()
    """What it says, its most telling sentence first."""


def records(site: Site, locale: str) -> list[Record]:
    """Everything that can be found in a language, in the order of addresses, each of which is there once."""
    texts = site.once(_texts)
    pages = [
        page
        for key in dict.fromkeys(key for _, key in site.pages)
        if (page := site.nearest(locale, key)) and page.kind not in ("search", "not-found") and _whole(page)
    ]
    found = [_page(site, page, texts) for page in pages]
    for schema, key in ON_PAGES.items():
        if page := site.nearest(locale, key):
            found += [_on_page(site, entry, page, texts) for entry in site.all(schema).values()]
    return sorted(found, key=lambda record: record.address)


def _page(site: Site, page: Page[Any], texts: _Texts) -> Record:
    about = page.about
    entry = _described(site, page)
    party = about if isinstance(about, Party) else entry if isinstance(entry, Party | Cluster) else None
    others = (*(entry.aliases if isinstance(entry, Campus) else ()), *about.other_names(page.locale))
    return Record(
        address=page.address,
        title=page.title,
        kind=kind_of(page),
        lang=page.locale,
        names=(str(party.name[page.locale]), *others) if party else () if isinstance(about, Step) else others,
        duties=(page.title, *others) if isinstance(about, Step) else (),
        choices=_choices(site, [about, *([entry] if entry else [])], _year(page), entry),
        text=tuple(
            dict.fromkeys(
                text
                for text in (
                    page.description,
                    page.intro,
                    *(passage.text for passage in site.findings(page).passages),
                    *texts.of(about.file if isinstance(about, Entry) else page.file, page.locale),
                    *(texts.of(entry.file, page.locale) if entry else ()),
                )
                if text and text not in (page.title, *others)
            )
        ),
    )


def _on_page(site: Site, entry: Entry, page: Page[Any], texts: _Texts) -> Record:
    locale = page.locale
    names: tuple[str, ...] = ()
    match entry:
        case Term():
            title = entry.name[locale]
            forms = entry.forms[locale] if entry.forms and locale in entry.forms else ()
            names = (title, *([entry.full[locale]] if entry.full else []), *forms)
        case Action():
            title = entry.title[locale]
        case Figure():
            title = entry.unit[locale]
        case _:
            raise TypeError(f"{type(entry).__name__} has no name to be found by")
    said = texts.of(entry.file, locale)
    return Record(
        address=f"{page.address}#{entry.slug}",
        title=str(title)[:1].upper() + str(title)[1:],
        kind=type(entry).__name__.lower(),
        lang=locale,
        names=tuple(map(str, names)),
        choices=_choices(site, [entry], page.as_of.year),
        # What has no text would not be in the index.
        text=tuple(text for text in said if text not in (title, *names)) or (str(title),),
    )


def _year(page: Page[Any]) -> int:
    """When what a page is about was, or up to when it is true."""
    return page.about.starts.year if isinstance(page.about, Event) and page.about.starts else page.as_of.year


def _whole(page: Page[Any]) -> bool:
    """Whether it is not a part of a list, or a choice from what another page shows."""
    return page.part == 1 and not page.choice


def kind_of(page: Page[Any]) -> str:
    """What somebody who chooses by kind would call it: what there are many of has a word of its own."""
    many = isinstance(page.about, PagedEntry) or (isinstance(page.about, FrontMatter) and "*" in page.about.at)
    return page.kind if many else PAGE


def _described(site: Site, page: Page[Any]) -> Entry | None:
    """The entry that a written page is about, such as a campus."""
    schema = page.about.describes if isinstance(page.about, FrontMatter) else None
    return site.all(schema)[page.slug] if schema else None


def _choices(site: Site, subjects: Iterable[Any], year: int, place: Entry | None = None) -> dict[str, tuple[str, ...]]:
    """By what something is chosen: the places that it names, or that it is itself."""
    choices: dict[str, tuple[str, ...]] = {"year": (str(year),)}
    for name, schema in PLACES.items():
        slugs = {
            slug
            for subject in subjects
            for _, ref, slug in walk(subject, Ref)
            if schema.collection in ref.collections and slug in site.all(schema)
        }
        if isinstance(place, schema):
            slugs = {place.slug}
        if slugs:
            choices[name] = tuple(sorted(slugs))
    return choices


@dataclass(frozen=True)
class _Texts:
    """The texts of the content by their file and language."""

    by_file: Mapping[tuple[PurePosixPath, str | None], list[str]]

    def of(self, file: Any, locale: str) -> Iterator[str]:
        """The texts of a file in a language, and those that are the same in all of them."""
        yield from self.by_file.get((file.path, locale), ())
        yield from self.by_file.get((file.path, None), ())


def _texts(site: Site) -> _Texts:
    found: dict[tuple[PurePosixPath, str | None], list[str]] = defaultdict(list)
    for written in site.texts:
        if not written.is_body and not written.is_string:
            found[written.file.path, written.locale].append(written.text)
    return _Texts(found)

"""Structured data: what a page is, in schema.org's words, for search engines. Data, never a script that runs.

Every page says what it is and where it stands; what it is about is said by the function of that type (`@about(Story)`).
Whoever answers for the site is named once the contacts say who that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar, get_args

from portal.assets.pictures import Published
from portal.model.agenda import agenda
from portal.model.calendars import ZONE
from portal.model.dates import modified, published
from portal.model.open_data import FOLDER, VERSION, datasets
from portal.model.open_files import CATALOGUE
from portal.model.open_schema import LICENCE
from portal.model.page import Page
from portal.model.publisher import publisher
from portal.model.site import Site
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.entry import PagedEntry
from portal.schema.event import AgendaPage, Event
from portal.schema.fields import Area, Subject
from portal.schema.figure import FiguresPage
from portal.schema.open_data import OpenDataPage
from portal.schema.page import CampusPage, Glossary, Home, NotFound, Story
from portal.schema.partner import Partner
from portal.schema.programme import Programme
from portal.schema.relation import Relation, Verb
from portal.schema.series import Series
from portal.schema.source import Source
from portal.schema.term import Term

Thing = dict[str, Any]

CONTEXT = "https://schema.org"
ORGANISATIONS: Mapping[str, str] = {
    "university": "CollegeOrUniversity",
    "school": "School",
    "hospital": "Hospital",
    "government": "GovernmentOrganization",
    "research-centre": "ResearchOrganization",
}
"""The kinds of partners for which schema.org has a type of its own; any other is an Organization."""
ATTENDANCE: Mapping[str, str] = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "both": "MixedEventAttendanceMode",
}
HEADLINE = 110
"""Characters of a title that search engines show."""
NAMED = 12
"""How many of its members and partners an organisation names: its page has them all."""


@dataclass(frozen=True)
class Telling:
    """A page that is told of, and what is needed for it."""

    site: Site
    page: Page[Any]
    trail: list[Page[Any]]
    """The pages above it, from the home page down."""
    base: str
    """The address of the site, without a slash at its end."""
    pictures: Mapping[str, Published]
    """By slug."""
    card: str | None
    """The address of the picture that stands for the page where it is shared."""

    @property
    def locale(self) -> str:
        return self.page.locale

    @property
    def url(self) -> str:
        """The address of the page."""
        return self.base + self.page.address

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.site.string("site.name", self.locale)

    def home(self) -> Page[Any]:
        """The home page of the language."""
        return self.site.pages[self.locale, Home.at]

    def at(self, entry: PagedEntry) -> str:
        """The address of the page of an entry."""
        return self.base + self.site.page_of(entry, self.locale).address


Teller = Callable[[Telling], Iterator[Thing]]
_TELLERS: dict[type[Subject], Teller] = {}
About = TypeVar("About", bound=Subject)


def about(kind: type[About]) -> Callable[[Teller], Teller]:
    """Make a function the one that tells what the pages about something are."""

    def register(function: Teller) -> Teller:
        _TELLERS[kind] = function
        return function

    return register


def structured_data(told: Telling) -> Thing:
    """The JSON-LD of a page; nothing for the page that says there is none."""
    if isinstance(told.page.about, NotFound):
        return {}
    tell = _TELLERS.get(type(told.page.about), _web_page)
    return {"@context": CONTEXT, "@graph": [*_breadcrumbs(told), *tell(told)]}


def _breadcrumbs(told: Telling) -> Iterator[Thing]:
    if told.trail:
        # The first step is the site, as in the breadcrumb that is seen, and not the line of welcome on its home page.
        names = [told.name if isinstance(step.about, Home) else step.title for step in (*told.trail, told.page)]
        items = [
            {"@type": "ListItem", "position": position, "name": name, "item": told.base + step.address}
            for position, (name, step) in enumerate(zip(names, (*told.trail, told.page), strict=True), start=1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _web_page(told: Telling) -> Iterator[Thing]:
    """Any page."""
    yield _page_as("WebPage", told, {"isPartOf": {"@id": f"{told.base}/#website"}})


def _page_as(kind: str, told: Telling, more: Thing) -> Thing:
    """A page as a thing of a kind: its words, its language, up to when it is true, and what else is said of it."""
    return _given(
        {
            "@type": kind,
            "@id": told.url,
            "url": told.url,
            "name": told.page.title,
            "description": told.page.description,
            "inLanguage": told.locale,
            "dateModified": _iso(modified(told.page)),
            "license": LICENCE,
            **more,
        }
    )


@about(Home)
def _home(told: Telling) -> Iterator[Thing]:
    who = publisher(told.site)
    yield _given(
        {
            "@type": "WebSite",
            "@id": f"{told.base}/#website",
            "url": told.url,
            "name": told.name,
            "description": told.page.description,
            "inLanguage": told.locale,
            "license": LICENCE,
            "publisher": {"@id": f"{told.base}/#publisher"} if who else None,
        }
    )
    if who:
        point = {
            "@type": "ContactPoint",
            "contactType": who.role.told(told.locale),
            "email": who.mail,
            "telephone": who.phone,
        }
        yield _given(
            {
                "@type": "Organization",
                "@id": f"{told.base}/#publisher",
                "name": who.name,
                "url": who.url or told.base + "/",
                "contactPoint": _given(point) if who.mail or who.phone else None,
            }
        )


@about(Story)
def _article(told: Telling) -> Iterator[Thing]:
    site, page, story = told.site, told.page, told.page.about
    who = publisher(site)
    others = [other for other in site.versions(page) if other.locale != page.locale]
    original = next((other for other in others if other.locale == site.languages.default), None)
    sources = [site.all(Source)[slug] for slug in page.sources]
    series = site.all(Series)[story.series] if story.series else None
    yield _given(
        {
            "@type": "Article",
            "@id": told.url,
            "mainEntityOfPage": told.url,
            "headline": page.title[:HEADLINE],
            "description": page.description,
            "inLanguage": page.locale,
            "datePublished": _iso(published(page)),
            "dateModified": _iso(modified(page)),
            "author": _creator(told),
            "publisher": {"@type": "Organization", "@id": f"{told.base}/#publisher", "name": who.name} if who else None,
            "image": _picture(told, story.picture),
            "license": LICENCE,
            "about": [_named(told, site.all(Partner)[slug]) for slug in story.partners],
            "isPartOf": {"@type": "CreativeWorkSeries", "name": series.name.told(page.locale)} if series else None,
            "translationOfWork": _version(told, original) if original else None,
            "workTranslation": [] if original else [_version(told, other) for other in others],
            "citation": [
                _given({"@type": "CreativeWork", "name": source.title, "url": source.url}) for source in sources
            ],
        }
    )


@about(Partner)
def _partner(told: Telling) -> Iterator[Thing]:
    partner: Partner = told.page.about
    campus = told.site.nearest(told.locale, CampusPage.key_of(partner.campus)) if partner.campus else None
    yield _given(
        {
            **_named(told, partner),
            "mainEntityOfPage": told.url,
            "url": partner.website or told.url,
            "sameAs": partner.website,
            "description": told.page.description,
            "alternateName": list(partner.aliases),
            "address": _address(told, partner),
            "location": {"@type": "Place", "@id": told.base + campus.address, "name": campus.title} if campus else None,
            "knowsAbout": [told.site.all(Cluster)[slug].name.told(told.locale) for slug in partner.clusters],
            **_relations(told, partner),
        }
    )


@about(Programme)
def _programme(told: Telling) -> Iterator[Thing]:
    programme: Programme = told.page.about
    yield _given(
        {
            "@type": "Project",
            "@id": told.url,
            "url": told.url,
            "name": programme.name.told(told.locale),
            "description": told.page.description,
            "member": [_named(told, told.site.all(Partner)[slug]) for slug in programme.partners[:NAMED]],
        }
    )


@about(CampusPage)
def _campus(told: Telling) -> Iterator[Thing]:
    campus = told.site.all(Campus)[told.page.slug]
    geo = campus.point and {"@type": "GeoCoordinates", "latitude": campus.point.lat, "longitude": campus.point.lon}
    yield _given(
        {
            "@type": "Place",
            "@id": told.url,
            "url": told.url,
            "name": campus.name.told(told.locale),
            "alternateName": list(campus.aliases),
            "description": told.page.description,
            "geo": geo,
            "address": {"@type": "PostalAddress", "addressLocality": _city(told), "addressCountry": _country(told)},
        }
    )


@about(AgendaPage)
def _agenda(told: Telling) -> Iterator[Thing]:
    yield from _web_page(told)
    for event in agenda(told.site, told.site.day).coming:
        yield from event_thing(told, event)


@about(Event)
def _event(told: Telling) -> Iterator[Thing]:
    yield from _web_page(told)
    yield from event_thing(told, told.page.about)


def event_thing(told: Telling, event: Event) -> Iterator[Thing]:
    """An event that has a day and a place: search engines take no other."""
    if not (event.starts and event.last_day and (event.place or event.attendance == "online")):
        return
    url = told.at(event)
    # The place says in words where it is, which need not be this city.
    where = event.place and event.place.told(told.locale)
    place = where and {"@type": "Place", "name": where, "address": where}
    online = event.attendance != "in-person" and {"@type": "VirtualLocation", "url": event.url or url}
    status = "EventCancelled" if event.cancelled else "EventScheduled"
    yield _given(
        {
            "@type": "Event",
            "@id": f"{url}#event",
            "url": url,
            "name": event.title.told(told.locale),
            "description": event.summary.told(told.locale),
            "startDate": _moment(event.starts, event.opens),
            "endDate": _moment(event.last_day, event.closes),
            "eventStatus": f"{CONTEXT}/{status}",
            "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[event.attendance]}",
            "location": [one for one in (place, online) if one],
            "organizer": _named(told, told.site.all(Partner)[event.organiser]) if event.organiser else None,
            "inLanguage": list(event.spoken),
            "sameAs": event.url,
        }
    )


@about(Glossary)
def _glossary(told: Telling) -> Iterator[Thing]:
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": f"{told.url}#{term.slug}",
            "name": term.name.told(told.locale),
            "description": term.definition.told(told.locale),
        }
        for term in told.site.all(Term).values()
    ]
    yield _page_as("DefinedTermSet", told, {"hasDefinedTerm": terms})


@about(FiguresPage)
def _figures(told: Telling) -> Iterator[Thing]:
    yield from _web_page(told)
    yield from _dataset(told, "figures", told.page.title, told.page.description, f"{told.url}#dataset")


@about(OpenDataPage)
def _open_data(told: Telling) -> Iterator[Thing]:
    yield from _web_page(told)
    yield {
        "@type": "DataCatalog",
        "@id": f"{told.url}#catalogue",
        "url": told.url,
        "name": told.site.string("open-data.catalogue", told.locale),
        "description": told.page.description,
        "license": LICENCE,
        "sameAs": f"{told.base}/{CATALOGUE}",
    }


def _dataset(told: Telling, name: str, title: str, description: str, identity: str) -> Iterator[Thing]:
    known, on = told.site.once(_known, name)
    if known:
        file = f"{told.base}/{FOLDER}/{name}"
        yield _given(
            {
                "@type": "Dataset",
                "@id": identity,
                "url": told.url,
                "name": title,
                "description": description,
                "inLanguage": told.locale,
                "license": LICENCE,
                "isAccessibleForFree": True,
                "version": VERSION,
                "dateModified": _iso(on),
                "creator": _creator(told),
                "distribution": [
                    {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{file}.{ending}"}
                    for ending, media in (("json", "application/json"), ("csv", "text/csv"))
                ],
            }
        )


def _known(site: Site, name: str) -> tuple[bool, date | None]:
    """Whether there is anything in a collection, and how new it is."""
    (one,) = [one for one in datasets(site, "") if one.name == name]
    return bool(one.items), one.modified


def _creator(told: Telling) -> Thing:
    return {"@type": "Organization", "name": told.name, "url": told.base + told.home().address}


def _named(told: Telling, partner: Partner) -> Thing:
    """A partner as other things name it."""
    kind = ORGANISATIONS.get(partner.kind, "Organization")
    return {"@type": kind, "@id": told.at(partner), "name": partner.name.told(told.locale)}


def _relations(told: Telling, partner: Partner) -> Thing:
    """What it is to other organisations, where schema.org has a word for it."""
    found: dict[str, dict[str, Thing]] = {}

    def note(relation: Relation, backward: bool, slugs: tuple[str, ...]) -> None:
        verb = told.site.all(Verb)[relation.verb]
        name = verb.backward_property if backward else verb.forward_property
        for other in (told.site.all(Partner).get(slug) for slug in slugs):
            if name and other and len(found.setdefault(name, {})) < NAMED:
                found[name][other.slug] = _named(told, other)

    day = told.site.day.isoformat()

    def is_over(relation: Relation) -> bool:
        return relation.until is not None and relation.until < day[: len(relation.until)]

    for relation in told.site.relations_from.get(partner.slug, ()):
        if not is_over(relation):
            note(relation, False, relation.to)
    for relation in told.site.relations_to.get(partner.slug, ()):
        if not is_over(relation):
            note(relation, True, (relation.from_,))
    return {name: list(others.values()) for name, others in found.items()}


def _address(told: Telling, partner: Partner) -> Thing | None:
    near, *_, far = get_args(Area)
    if partner.place is None:
        return None
    town = partner.town or (_city(told) if partner.place == near else None)
    country = None if partner.place == far else _country(told)
    return _given({"@type": "PostalAddress", "addressLocality": town, "addressCountry": country})


def _city(told: Telling) -> str:
    return told.site.string(f"place.{get_args(Area)[0]}", told.locale)


def _country(told: Telling) -> str:
    """The country of the city: where its own language is spoken."""
    return told.site.territory(told.site.languages.default).rpartition("_")[2]


def _version(told: Telling, page: Page[Any]) -> Thing:
    return {"@type": "Article", "@id": told.base + page.address, "inLanguage": page.locale}


def _picture(told: Telling, slug: str | None) -> Thing | None:
    """The photo of a page, or else the card that stands for it."""
    if slug:
        largest = told.pictures[slug].files["jpg"][-1]
        return {"@type": "ImageObject", "url": f"{told.base}/{largest.path}"}
    return {"@type": "ImageObject", "url": told.card} if told.card else None


def _moment(day: date, clock: str | None) -> str:
    return datetime.combine(day, time.fromisoformat(clock), ZONE).isoformat() if clock else day.isoformat()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _given(thing: Thing) -> Thing:
    """A thing without what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, [], "")}

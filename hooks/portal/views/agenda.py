"""The agenda and its events: what is to come by month, what comes back, what is over, and the calendars of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.agenda import agenda
from portal.model.calendars import ALL, cluster_name
from portal.model.page import Page
from portal.model.related import related
from portal.model.site import Site
from portal.schema.cluster import Cluster
from portal.schema.event import AgendaPage, Event
from portal.schema.page import CampusPage, ClusterPage
from portal.schema.partner import Partner
from portal.views import view
from portal.views.lists import stories_of


@view(AgendaPage)
def events(site: Site, page: Page[AgendaPage]) -> Mapping[str, Any]:
    """The events as they stand on the day of the build, or those of a choice."""
    found = site.once(agenda, site.day)
    dated = found.dated
    clusters = {slug: cluster for slug, cluster in site.all(Cluster).items() if any(slug in e.clusters for e in dated)}
    return {
        "agenda": found.of(*page.choice) if page.choice else found,
        "choices": site.choices(page),
        "calendars": {
            **({ALL: site.string("agenda.everything", page.locale)} if dated else {}),
            **{cluster_name(slug): cluster.name[page.locale] for slug, cluster in clusters.items()},
        },
    }


@view(Event)
def event(site: Site, page: Page[Event]) -> Mapping[str, Any]:
    """One event: what it is one time of, its other times, and the stories about it or else about who organises it."""
    entry = page.about
    all_events = site.all(Event)
    whole = all_events[entry.edition_of] if entry.edition_of else entry
    times = [other for other in all_events.values() if other.edition_of == whole.slug and other is not entry]
    organiser = site.all(Partner)[entry.organiser] if entry.organiser else None
    stories, about = stories_of(site, entry, page.locale), page.title
    if not stories.pages and organiser:
        stories, about = stories_of(site, organiser, page.locale), str(organiser.name[page.locale])
    return {
        "event": entry,
        "over": entry.is_over(site.day),
        "whole": site.page_of(whole, page.locale) if whole is not entry else None,
        "times": [site.page_of(other, page.locale) for other in sorted(times, key=lambda one: str(one.starts))[::-1]],
        "organiser": site.page_of(organiser, page.locale) if organiser else None,
        "clusters": [site.nearest(page.locale, ClusterPage.key_of(slug)) for slug in entry.clusters],
        "campus": site.nearest(page.locale, CampusPage.key_of(entry.campus)) if entry.campus else None,
        "stories": stories,
        "about": about,
        "related": site.once(related, page),
        "index": site.nearest(page.locale, AgendaPage.at),
    }

"""The agenda: what is to come by month, what comes back, what is over, and the calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.agenda import agenda
from portal.model.calendars import ALL, cluster_name
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.cluster import Cluster
from portal.schema.event import AgendaPage
from portal.views import view


@view(AgendaPage)
def events(site: Site, page: Page[AgendaPage]) -> Mapping[str, Any]:
    """The events as they stand on the day of the build."""
    found = agenda(site, site.day)
    dated = found.dated
    clusters = {slug: cluster for slug, cluster in site.all(Cluster).items() if any(slug in e.clusters for e in dated)}
    return {
        "agenda": found,
        "months": list(found.months),
        "calendars": {
            **({ALL: site.string("agenda.everything", page.locale)} if dated else {}),
            **{cluster_name(slug): cluster.name[page.locale] for slug, cluster in clusters.items()},
        },
    }

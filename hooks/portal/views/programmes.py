"""Programmes: a page each, made from content/data/programmes, and the index of them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.model.action_plan import actions_of
from portal.model.page import Page
from portal.model.related import related
from portal.model.relation_bridge import relation_bridge
from portal.model.sentences import sentences
from portal.model.site import Site
from portal.schema.partner import Partner
from portal.schema.programme import Programme, ProgrammeIndex
from portal.views import view
from portal.views.lists import by_name


@view(Programme)
def programme(site: Site, page: Page[Programme]) -> Mapping[str, Any]:
    """What it is, who takes part, and its actions of the plan."""
    entry = page.about
    return {
        "programme": entry,
        "members": [site.page_of(site.all(Partner)[slug], page.locale) for slug in entry.partners],
        "bridge": relation_bridge(entry.slug, sentences(site, entry.slug, page.locale)),
        "actions": actions_of(site, entry),
        "related": site.once(related, page),
    }


@view(ProgrammeIndex)
def programmes(site: Site, page: Page[ProgrammeIndex]) -> Mapping[str, Any]:
    """Every programme by name, and the organisations that are one to their visitors."""
    return {
        "programmes": by_name(site.listed(Programme, page.locale)),
        "also": by_name([site.page_of(site.all(Partner)[slug], page.locale) for slug in page.about.also]),
    }

"""The ecosystem as one small file a language, every relation in words: a way between any two is found in it."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.assets.published import Asset
from portal.engine import mkdocs_files
from portal.model.ecosystem import links, order
from portal.model.sentences import said
from portal.model.site import Site
from portal.schema.relation import EcosystemPage


def index(site: Site, locale: str) -> dict[str, list[list[str | int]]]:
    """The parties by name, with their addresses from the root of the site, and who is linked to whom in which words."""
    parties = sorted((site.parties[slug] for slug in order(site)), key=lambda party: party.name.told(locale).casefold())
    at = {party.slug: place for place, party in enumerate(parties)}
    pages = {party.slug: site.nearest(locale, party.key) for party in parties}
    return {
        "parties": [
            [slug, party.name.told(locale), page.address.removeprefix("/") if (page := pages[slug]) else ""]
            for party in parties
            for slug in (party.slug,)
        ],
        "links": [
            [at[link.from_], at[link.to], said(site, link.relation, link.to, locale), note.told(locale) if note else ""]
            for link in links(site)
            for note in (link.relation.note,)
        ],
    }


@event_priority(60)  # the view comes after it
def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the file is."""
    ours = mkdocs_files.our_page(page, config)
    if isinstance(ours.about, EcosystemPage):
        build = mkdocs_files.current(config)
        key = (ours.locale, ours.kind)
        if key not in build.lists:
            text = json.dumps(index(build.site, ours.locale), ensure_ascii=False, separators=(",", ":"))
            build.lists[key] = Asset.named(f"{ours.kind}-{ours.locale}.json", text.encode())
        context["ways_index"] = build.lists[key].path
    return context

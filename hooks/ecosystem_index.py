"""The ecosystem as one small file a language, every relation in words: a way between any two is found in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.assets.published import Asset
from portal.engine import mkdocs_files
from portal.model.ecosystem import links, order
from portal.model.page import Page
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


def _asset(site: Site, page: Page[EcosystemPage]) -> Asset:
    text = json.dumps(index(site, page.locale), ensure_ascii=False, separators=(",", ":"))
    return Asset.named(f"{page.kind}-{page.locale}.json", text.encode())


@event_priority(60)  # the view comes after it
def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the file is."""
    ours = mkdocs_files.our_page(page, config)
    if isinstance(ours.about, EcosystemPage):
        context["ways_index"] = mkdocs_files.current(config).site.once(_asset, ours).path
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write them. Their pages may have been kept, and then nobody has asked for them."""
    site = mkdocs_files.current(config).site
    for page in site.pages.values():
        if isinstance(page.about, EcosystemPage):
            asset = site.once(_asset, page)
            path = Path(config.site_dir, asset.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(asset.content)

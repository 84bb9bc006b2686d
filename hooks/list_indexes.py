"""List indexes: one small file with every item of a list that goes on over several pages, for its filters."""

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
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import ListIndex


def items(site: Site, index: Page[ListIndex]) -> list[dict[str, Any]]:
    """What a list has, as its filters read it: address from the root of the site, words and what it is chosen by."""
    return [
        {
            "address": page.address.removeprefix("/") or "./",
            "title": page.title,
            "text": page.description,
            "words": " ".join(site.words_for(page, index.locale)),
            "lang": page.locale,
            **{name: list(values) for name, values in page.about.facets().items()},
        }
        for page in site.in_order(index.about, index.locale)
    ]


def _asset(site: Site, index: Page[ListIndex]) -> Asset:
    text = json.dumps(items(site, index), ensure_ascii=False, separators=(",", ":"))
    return Asset.named(f"{index.about.page_kind}-{index.locale}.json", text.encode())


def _published(site: Site, index: Page[ListIndex]) -> Asset | None:
    """The index of a list; one that stands on a single page needs none."""
    parts = site.parts(index)
    return site.once(_asset, parts[1]) if len(parts) > 1 else None


@event_priority(60)  # the view of the list comes after it
def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the index is."""
    ours = mkdocs_files.our_page(page, config)
    if isinstance(ours.about, ListIndex):
        asset = _published(mkdocs_files.current(config).site, ours)
        context["list_index"] = asset.path if asset else ""
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write them. Their pages may have been kept, and then nobody has asked for them."""
    site = mkdocs_files.current(config).site
    for page in site.pages.values():
        if isinstance(page.about, ListIndex) and page.part == 1 and (asset := _published(site, page)):
            path = Path(config.site_dir, asset.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(asset.content)

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
from portal.engine.mkdocs_files import Build
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


def _asset(build: Build, index: Page[ListIndex]) -> Asset:
    key = (index.locale, type(index.about).page_kind)
    if key not in build.lists:
        text = json.dumps(items(build.site, index), ensure_ascii=False, separators=(",", ":"))
        build.lists[key] = Asset.named(f"{index.about.page_kind}-{index.locale}.json", text.encode())
    return build.lists[key]


@event_priority(60)  # the view of the list comes after it
def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Tell the template where the index is; a list on one page needs none."""
    ours = mkdocs_files.our_page(page, config)
    if isinstance(ours.about, ListIndex):
        build = mkdocs_files.current(config)
        context["list_index"] = _asset(build, ours).path if len(build.site.parts(ours)) > 1 else ""
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write them."""
    for asset in mkdocs_files.current(config).lists.values():
        path = Path(config.site_dir, asset.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)

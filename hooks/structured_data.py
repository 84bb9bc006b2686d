"""Structured data: what a page is, in schema.org's words, for search engines. Data, never a script that runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from portal.assets.pictures import Published
from portal.engine import mkdocs_files
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.page import Story
from portal.schema.partner import Partner


def structured_data(
    site: Site, page: Page[Any], trail: list[Page[Any]], base: str, pictures: Mapping[str, Published]
) -> dict[str, Any]:
    """The JSON-LD of a page: where it stands, and what it is about."""
    things = (_breadcrumbs(site, page, trail, base), _article(site, page, base, pictures), _organization(page))
    graph = [thing for thing in things if thing]
    return {"@context": "https://schema.org", "@graph": graph} if graph else {}


def _breadcrumbs(site: Site, page: Page[Any], trail: list[Page[Any]], base: str) -> dict[str, Any] | None:
    if not trail or page.kind == "not-found":
        return None
    # The first step is the site, as in the breadcrumb that is seen, and not the line of welcome on its home page.
    home = site.string("site.name", page.locale)
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": home if step.kind == "home" else step.title,
            "item": base + step.address,
        }
        for position, step in enumerate([*trail, page], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _article(site: Site, page: Page[Any], base: str, pictures: Mapping[str, Published]) -> dict[str, Any] | None:
    story = page.about
    if not isinstance(story, Story):
        return None
    about = [{"@type": "Organization", "name": site.all(Partner)[slug].name[page.locale]} for slug in story.partners]
    article: dict[str, Any] = {
        "@type": "Article",
        "headline": page.title,
        "description": page.description,
        "inLanguage": page.locale,
        "dateModified": page.as_of.isoformat(),
        "mainEntityOfPage": base + page.address,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "about": about,
    }
    if story.picture:
        largest = pictures[story.picture].files["jpg"][-1]
        article["image"] = {"@type": "ImageObject", "url": f"{base}/{largest.path}", "width": largest.width}
    return article


def _organization(page: Page[Any]) -> dict[str, Any] | None:
    partner = page.about
    if not isinstance(partner, Partner):
        return None
    organization: dict[str, Any] = {
        "@type": "Organization",
        "name": partner.name[page.locale],
        "description": partner.summary[page.locale],
    }
    if partner.aliases:
        organization["alternateName"] = list(partner.aliases)
    if partner.website:
        organization["url"] = partner.website
    return organization


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give the template the data; it writes them with Jinja's `tojson`, which escapes what could end a script."""
    ours = mkdocs_files.our_page(page, config)
    base = (config.site_url or "/").rstrip("/")
    context["structured_data"] = structured_data(context["site"], ours, context["trail"], base, context["pictures"])
    return context

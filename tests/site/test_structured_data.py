"""Site, the real build: what search engines are told in JSON-LD is valid and agrees with the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from portal.model.page import Page
from portal.schema.partner import Partner
from tests.conftest import BASE
from tests.real_site import PAGES, SITE, STORIES, attribute, every_page, file_at, found_on, html, internal

PARTNERS = [page for page in PAGES if isinstance(page.about, Partner)]
BELOW_HOME = [page for page in PAGES if page.kind not in ("home", "not-found")]


def _things(page: Page[Any], kind: str, built: Path) -> list[dict[str, Any]]:
    """The things of a kind on a page."""
    things = []
    for script in html(page, built).css("script[type='application/ld+json']"):
        data = json.loads(script.text())
        assert data["@context"] == "https://schema.org"
        things += [thing for thing in data.get("@graph", [data]) if thing["@type"] == kind]
    return things


def test_the_structured_data_of_every_page_is_json(built: Path) -> None:
    things = [thing for page in PAGES for thing in _things(page, "BreadcrumbList", built)]
    assert len(things) == len(BELOW_HOME)


def test_the_breadcrumbs_lead_from_the_home_page_to_the_page(built: Path) -> None:
    for page in BELOW_HOME:
        (crumbs,) = _things(page, "BreadcrumbList", built)
        items = crumbs["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1)), page.source
        assert items[0]["item"] == (f"{BASE}/" if page.locale == "nl" else f"{BASE}/en/"), page.source
        assert items[0]["name"] == SITE.string("site.name", page.locale), page.source
        assert (items[-1]["item"], items[-1]["name"]) == (BASE + page.address, page.title), page.source


def test_every_breadcrumb_leads_to_a_page(built: Path) -> None:
    def missing(page: Page[Any]) -> object:
        (crumbs,) = _things(page, "BreadcrumbList", built)
        paths = [internal(item["item"]) or "another host" for item in crumbs["itemListElement"]]
        return [path for path in paths if not file_at(path, built).is_file()]

    assert found_on(BELOW_HOME, missing) == {}


@every_page(STORIES)
def test_a_story_is_an_article(page: Page[Any], built: Path) -> None:
    (article,) = _things(page, "Article", built)
    assert article["headline"] == page.title
    assert article["inLanguage"] == page.locale
    assert article["dateModified"] == page.as_of.isoformat()
    assert article["mainEntityOfPage"] == attribute(html(page, built), "link[rel=canonical]", "href")


@every_page(PARTNERS)
def test_a_partner_is_an_organization(page: Page[Any], built: Path) -> None:
    (organization,) = _things(page, "Organization", built)
    assert isinstance(page.about, Partner)
    assert organization["name"] == page.title
    assert organization.get("url") == page.about.website

"""Site, the real build: what search engines are told in JSON-LD is valid and agrees with the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.model.page import Page
from portal.model.publisher import publisher
from portal.schema.campus import Campus
from portal.schema.page import CampusPage
from portal.schema.partner import Partner
from portal.schema.term import Term
from tests.conftest import BASE
from tests.real_site import PAGES, SITE, STORIES, attribute, every_page, file_at, found_on, html, internal
from tests.schema_org import problems

PARTNERS = [page for page in PAGES if isinstance(page.about, Partner)]
BELOW_HOME = [page for page in PAGES if page.kind not in ("home", "not-found")]


def _things(page: Page[Any], kind: str, built: Path) -> list[dict[str, Any]]:
    """The things of a kind on a page."""
    return [thing for thing in _graph(page, built) if thing["@type"] == kind]


def _graph(page: Page[Any], built: Path) -> list[dict[str, Any]]:
    return [thing for data in _all(page, built) for thing in data["@graph"]]


def _all(page: Page[Any], built: Path) -> list[dict[str, Any]]:
    return [json.loads(script.text()) for script in html(page, built).css("script[type='application/ld+json']")]


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


@every_page([page for page in PAGES if page.kind != "not-found"])
def test_what_a_page_says_is_in_the_vocabulary_and_whole(page: Page[Any], built: Path) -> None:
    (data,) = _all(page, built)
    assert problems(data) == []


@every_page(STORIES)
def test_a_story_is_an_article_with_its_dates_its_picture_and_its_other_version(page: Page[Any], built: Path) -> None:
    (article,) = _things(page, "Article", built)
    assert article["headline"] == page.title
    assert article["inLanguage"] == page.locale
    assert article["datePublished"] <= article["dateModified"]
    assert article["mainEntityOfPage"] == attribute(html(page, built), "link[rel=canonical]", "href")
    assert file_at(internal(article["image"]["url"]) or "/nowhere", built).is_file()
    first, *others = SITE.versions(page)
    told = article["workTranslation"] if page.locale == first.locale else [article["translationOfWork"]]
    assert [one["@id"] for one in told] == [BASE + v.address for v in (others if page is first else [first])]


@every_page(PARTNERS)
def test_a_partner_is_an_organization_that_says_where_it_can_be_read(page: Page[Any], built: Path) -> None:
    (organization,) = [thing for thing in _graph(page, built) if thing["@type"] != "BreadcrumbList"]
    assert isinstance(page.about, Partner)
    assert organization["name"] == page.title
    assert organization["url"] == page.about.website or organization["url"] == BASE + page.address
    assert organization.get("sameAs") == page.about.website
    assert ("address" in organization) == (page.about.place is not None)


def test_what_organisations_are_to_each_other_is_told_from_both_ends(built: Path) -> None:
    inverse = {"memberOf": "member", "parentOrganization": "subOrganization"}
    told = {
        (page.slug, name, other["@id"].rstrip("/").rpartition("/")[2])
        for page in PARTNERS
        if page.locale == SITE.languages.default
        for thing in _graph(page, built)
        for name in (*inverse, *inverse.values())
        for other in thing.get(name, [])
    }
    assert told
    both = {**inverse, **{there: here for here, there in inverse.items()}}
    assert {(there, both[name], here) for here, name, there in told} == told


@every_page([page for page in PAGES if isinstance(page.about, CampusPage)])
def test_a_campus_is_a_place(page: Page[Any], built: Path) -> None:
    (place,) = _things(page, "Place", built)
    assert place["name"] == SITE.all(Campus)[page.slug].name[page.locale]


@pytest.mark.parametrize("locale", list(SITE.languages))
def test_the_home_page_is_the_site_and_names_no_publisher_that_is_not_known(locale: str, built: Path) -> None:
    kinds = [thing["@type"] for thing in _graph(SITE.pages[locale, "index"], built)]
    known = publisher(SITE) is not None
    assert kinds == (["WebSite", "Organization"] if known else ["WebSite"])


@pytest.mark.parametrize("locale", list(SITE.languages))
def test_the_glossary_is_a_set_of_terms_and_the_figures_are_a_dataset(locale: str, built: Path) -> None:
    (terms,) = _things(SITE.pages[locale, "glossary"], "DefinedTermSet", built)
    assert len(terms["hasDefinedTerm"]) == len(SITE.all(Term))
    (dataset,) = _things(SITE.pages[locale, "figures"], "Dataset", built)
    files = [internal(one["contentUrl"]) or "/nowhere" for one in dataset["distribution"]]
    assert [file for file in files if not file_at(file, built).is_file()] == []

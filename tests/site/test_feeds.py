"""Site, the real build: every feed is read as readers of feeds read it, and both forms of it say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.model.feeds import SORTS, Feed, feeds_of
from tests.conftest import BASE
from tests.json_feed import problems
from tests.real_site import PAGES, SITE, file_at, found_on, html, internal

FEEDS = [feed for locale in SITE.languages for feed in feeds_of(SITE, locale)]
each_feed = pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: f"{feed.locale}-{feed.name}")


def _atom(feed: Feed, built: Path) -> Any:
    return feedparser.parse(file_at(feed.atom, built).read_bytes())


def _json(feed: Feed, built: Path) -> Any:
    return json.loads(file_at(feed.json, built).read_text(encoding="utf-8"))


def test_there_is_a_feed_of_each_sort_in_each_language() -> None:
    assert [feed.name for feed in FEEDS] == [*SORTS] * len(SITE.languages)


@each_feed
def test_a_reader_of_feeds_finds_nothing_wrong(feed: Feed, built: Path) -> None:
    read = _atom(feed, built)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.entries
    assert all(entry.title and entry.link and entry.id and entry.updated_parsed for entry in read.entries)
    assert problems(_json(feed, built)) == []


@each_feed
def test_both_forms_say_the_same(feed: Feed, built: Path) -> None:
    atom = [(entry.id, entry.title, entry.link, entry.updated) for entry in _atom(feed, built).entries]
    items = [(item["id"], item["title"], item["url"], item["date_modified"]) for item in _json(feed, built)["items"]]
    assert atom == items


@each_feed
def test_every_address_in_it_is_whole_and_those_of_the_site_are_there(feed: Feed, built: Path) -> None:
    for item in _json(feed, built)["items"]:
        nodes = LexborHTMLParser(item["content_html"]).css("[href], [src]")
        urls = [item["url"], *(node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes)]
        assert [url for url in urls if not url.startswith(("https://", "http://", "tel:", "mailto:"))] == []
        ours = [path for url in urls if (path := internal(url.partition("#")[0]))]
        assert [path for path in ours if not file_at(path, built).is_file()] == []


def test_the_head_of_every_page_names_the_feeds_of_its_language(built: Path) -> None:
    def wrong(page: Any) -> object:
        named = {
            (node.attributes["type"], urljoin(BASE + page.address, node.attributes["href"]))
            for node in html(page, built).css("link[type='application/atom+xml'], link[type='application/feed+json']")
        }
        feeds = feeds_of(SITE, page.locale)
        atom = {("application/atom+xml", BASE + feed.atom) for feed in feeds}
        return named ^ (atom | {("application/feed+json", BASE + feed.json) for feed in feeds})

    assert found_on([page for page in PAGES if page.kind != "not-found"], wrong) == {}


@pytest.mark.parametrize("locale", list(SITE.languages))
def test_the_page_about_feeds_leads_to_each_of_them(locale: str, built: Path) -> None:
    page = SITE.pages[locale, "feeds"]
    links = {urljoin(page.address, node.attributes["href"] or "") for node in html(page, built).css("main a")}
    assert {address for feed in feeds_of(SITE, locale) for address in (feed.atom, feed.json)} <= links


@pytest.mark.parametrize("locale", list(SITE.languages))
def test_a_story_is_in_it_with_its_whole_text(locale: str, built: Path) -> None:
    (feed,) = [feed for feed in feeds_of(SITE, locale) if feed.name == "stories"]
    for item in _json(feed, built)["items"]:
        (page,) = [page for page in PAGES if BASE + page.address == item["url"]]
        said = " ".join(LexborHTMLParser(item["content_html"]).text().split())
        prose = " ".join(html(page, built).css(".prose")[0].text().split())
        assert said == prose

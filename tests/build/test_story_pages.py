"""Build: the index of thirty stories, in pages of twelve, and the stories of a series."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.build.conftest import built_in, parsed, the
from tests.checks.test_stories import SERIES
from tests.conftest import STORY, make_project

COUNT = 30
SITE_URL = "https://x.example/sub/"
PAGES = {
    "nl": ["verhalen/", "verhalen/pagina-2/", "verhalen/pagina-3/"],
    "en": ["en/stories/", "en/stories/page-2/", "en/stories/page-3/"],
}
EACH_LOCALE = pytest.mark.parametrize("locale", PAGES)


def _story(number: int) -> str:
    """Story 7 is the seventh newest; story 20 is featured; 3, 15 and 27 are a series."""
    lines = ["featured: true"] if number == 20 else []
    lines += ["series: a-series"] if number in (3, 15, 27) else []
    text = STORY.format(title=f"Story {number}", slug=f"story-{number}")
    text = text.replace("2026-11-20", str(date(2026, 11, 20) - timedelta(days=number)))
    return text.replace("place:", "\n".join([*lines, "place:"]))


THIRTY: dict[str, str | None] = {
    "content/data/series/a-series.yml": SERIES,
    **{f"content/{locale}/stories/a-story.md": None for locale in PAGES},
    **{f"content/{locale}/stories/s{i:02}.md": _story(i) for locale in PAGES for i in range(1, COUNT + 1)},
}


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with thirty stories."""
    return built_in(make_project(tmp_path_factory.mktemp("thirty"), THIRTY), SITE_URL=SITE_URL)


def _cards(page: LexborHTMLParser) -> list[int]:
    return [int(link.text().split()[-1]) for link in page.css(".card__title a")]


@EACH_LOCALE
def test_each_page_shows_twelve_and_all_show_every_story_once(locale: str, thirty: Path) -> None:
    cards = [_cards(parsed(thirty / page / "index.html")) for page in PAGES[locale]]
    assert list(map(len, cards)) == [12, 12, 6]
    newest_first = [number for number in range(1, COUNT + 1) if number != 20]
    assert [number for page in cards for number in page] == [20, *newest_first]


@EACH_LOCALE
def test_the_featured_story_stands_on_top_of_the_first_page_alone(locale: str, thirty: Path) -> None:
    tops = [_cards(LexborHTMLParser(node.html or "")) for page in PAGES[locale]
            for node in parsed(thirty / page / "index.html").css(".featured")]  # fmt: skip
    assert tops == [[20]]


@EACH_LOCALE
def test_pages_are_numbered_and_know_which_comes_next(locale: str, thirty: Path) -> None:
    page = parsed(thirty / PAGES[locale][1] / "index.html")
    assert [link.text() for link in page.css(".paging a")] == ["1", "2", "3"]
    assert [link.text() for link in page.css(".paging [aria-current=page]")] == ["2"]
    for relation, number in (("prev", 0), ("next", 2)):
        address = "../" if number == 0 else f"../{PAGES[locale][number].split('/')[-2]}/"
        assert {link.attributes["href"] for link in page.css(f"a[rel={relation}]")} == {address}
    # Firefox fetches ahead what a `<link>` names as the next page, and the policy has no word that allows it.
    assert page.css("link[rel=prev], link[rel=next]") == []


@EACH_LOCALE
def test_first_and_last_page_lead_no_further(locale: str, thirty: Path) -> None:
    assert not parsed(thirty / PAGES[locale][0] / "index.html").css("[rel=prev]")
    assert not parsed(thirty / PAGES[locale][-1] / "index.html").css("[rel=next]")


@EACH_LOCALE
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_page_of_the_list_is_itself_in_both_languages(locale: str, number: int, thirty: Path) -> None:
    file = thirty / PAGES[locale][number] / "index.html"
    assert the(file, "link[rel=canonical]").attributes["href"] == SITE_URL + PAGES[locale][number]
    versions = {node.attributes["hreflang"]: node.attributes["href"] for node in parsed(file).css("link[hreflang]")}
    assert versions == {
        "nl": SITE_URL + PAGES["nl"][number],
        "en": SITE_URL + PAGES["en"][number],
        "x-default": SITE_URL + PAGES["nl"][number],
    }


def test_titles_tell_the_pages_apart(thirty: Path) -> None:
    titles = [the(thirty / page / "index.html", "h1").text() for page in PAGES["nl"]]
    assert titles == ["Stories", "Stories, pagina 2", "Stories, pagina 3"]


def test_the_sitemap_has_every_page_of_the_list(thirty: Path) -> None:
    sitemaps = "".join(file.read_text(encoding="utf-8") for file in thirty.glob("sitemap-*.xml"))
    addresses = re.findall("<loc>(.*?)</loc>", sitemaps)
    assert {SITE_URL + page for pages in PAGES.values() for page in pages} <= set(addresses)


@EACH_LOCALE
def test_the_choices_are_those_of_all_stories(locale: str, thirty: Path) -> None:
    """The series starts on page 1 and has a story on each page; the count is that of all."""
    for page in PAGES[locale]:
        file = thirty / page / "index.html"
        assert [option.attributes["value"] for option in parsed(file).css("[name=series] option")] == ["", "a-series"]
        assert the(file, "[data-count]").attributes["data-count"] == str(COUNT)


def test_a_page_of_the_list_weighs_no_more_than_the_first(thirty: Path) -> None:
    sizes = [(thirty / page / "index.html").stat().st_size for page in PAGES["nl"]]
    assert max(sizes) == sizes[0]


def test_a_short_list_has_no_pages(small: Path) -> None:
    site = small / "site"
    assert not parsed(site / "verhalen/index.html").css(".paging")
    assert not (site / "verhalen/pagina-2").exists()


@pytest.mark.parametrize(("number", "previous", "after"), [(27, [], [15]), (15, [27], [3]), (3, [15], [])])
def test_a_story_leads_on_within_its_series(number: int, previous: list[int], after: list[int], thirty: Path) -> None:
    page = parsed(thirty / f"en/stories/story-{number}/index.html")
    assert [link.text() for link in page.css(".series__list a")] == ["Story 27", "Story 15", "Story 3"]
    assert [link.text() for link in page.css(".series__list [aria-current=page]")] == [f"Story {number}"]

    def leads(relation: str) -> list[int]:
        return [int(link.text().split()[-1]) for link in page.css(f".pager [rel={relation}]")]

    assert (leads("prev"), leads("next")) == (previous, after)


def test_a_story_without_a_series_has_none(thirty: Path) -> None:
    assert not parsed(thirty / "en/stories/story-1/index.html").css(".series")

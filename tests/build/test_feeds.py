"""What stands in feeds and among the changes: names that stay, dates of the content. Nothing is built."""

from __future__ import annotations

from datetime import date
from typing import Any

import feedparser
import pytest

from portal.checks import read_site
from portal.engine.whole_addresses import with_whole_addresses
from portal.model import feeds
from portal.model.changes import Change, changes, corrections
from portal.model.site import Site
from portal.words.problem import ContentError
from tests.conftest import STORY, VERHAAL, Files, Project, page

PAGES: Files = {f"content/{locale}/changes.md": page("Changes", locale=locale) for locale in ("nl", "en")}
CORRECTION = """\
about: stories/a-story
on: 2026-11-21
was: {nl: Er werken 10 mensen., en: 10 people work there.}
now: {nl: Er werken 12 mensen., en: 12 people work there.}
source: a-source
"""
SERIES = """\
facts:
  - text: {nl: Het kost 10 euro., en: It costs 10 euros.}
    source: a-source
    series: price
    about: {nl: De prijs, en: The price}
    valid_until: 2025-12-31
  - text: {nl: Het kost 12 euro., en: It costs 12 euros.}
    source: a-source
    series: price
    valid_from: 2026-01-01
"""


def _corrected(project: Project) -> Site:
    return read_site(project({**PAGES, "content/data/corrections/people.yml": CORRECTION}))


def _written(site: Site, name: str, base: str = "https://x.example") -> tuple[Any, bytes]:
    (feed,) = [feed for feed in feeds.feeds_of(site, "en") if feed.name == name]
    writing = feeds.Writing(site, feed, base, lambda page: f"The text of {page.key}", " | ".join)
    content = feeds.atom(site, feed, base, feeds.items(writing))
    return feedparser.parse(content), content


def test_a_story_was_written_on_its_own_day_and_changed_on_the_newest(project: Project) -> None:
    day = ("as_of", "written: 2026-11-02\nas_of")
    written = {
        f"content/{locale}/stories/a-story.md": text.format(title="A story", slug="a").replace(*day)
        for locale, text in (("nl", VERHAAL), ("en", STORY))
    }
    read, _ = _written(read_site(project(written)), "stories")
    (entry,) = read.entries
    assert (entry.published, entry.updated) == ("2026-11-02T00:00:00+00:00", "2026-11-20T00:00:00+00:00")
    assert entry.content[0].value == "The text of stories/a-story"


def test_what_a_thing_is_called_stays_when_the_site_or_the_story_moves(project: Project) -> None:
    first, _ = _written(read_site(project()), "stories")
    moved = {"content/en/stories/a-story.md": STORY.format(title="Another title", slug="elsewhere")}
    then, _ = _written(read_site(project(moved)), "stories", "https://y.example/sub")
    assert first.entries[0].link != then.entries[0].link
    assert (first.feed.id, first.entries[0].id) == (then.feed.id, then.entries[0].id)


def test_the_same_content_gives_the_same_bytes(project: Project) -> None:
    site = _corrected(project)
    assert _written(site, "changes")[1] == _written(site, "changes")[1]


def test_a_feed_with_nothing_in_it_is_not_there(project: Project) -> None:
    """Its date would have to come from the clock."""
    site = read_site(project({f"content/{locale}/agenda.md": page("Agenda", locale=locale) for locale in ("nl", "en")}))
    assert [feed.name for feed in feeds.feeds_of(site, "en")] == ["stories"]


def test_a_correction_says_what_stood_there_and_stands_on_its_page(project: Project) -> None:
    site = _corrected(project)
    first, *_ = changes(site, "en")
    assert (first.kind, first.on, first.was, first.text) == (
        "corrected",
        date(2026, 11, 21),
        "10 people work there.",
        "12 people work there.",
    )
    assert corrections(site, site.pages["en", "stories/a-story"]) == [first]
    assert corrections(site, site.pages["en", "partners/hospital"]) == []


def test_a_statement_that_took_the_place_of_another_says_what_it_was(project: Project) -> None:
    partner = read_site(project()).content.entries["partners"]["hospital"].file
    text = (project() / partner.path).read_text(encoding="utf-8") + SERIES
    site = read_site(project({"content/data/partners/hospital.yml": text}))

    def changed(on: Site) -> list[Change]:
        return [change for change in changes(on, "nl") if change.kind == "changed"]

    (change,) = changed(site)
    assert (change.on, change.was, change.text) == (date(2026, 1, 1), "Het kost 10 euro.", "Het kost 12 euro.")
    assert change.page.key == "partners/hospital"
    assert changed(Site(site.content, date(2025, 12, 31))) == []


def test_the_newest_change_comes_first_and_none_is_from_the_future(project: Project) -> None:
    site = _corrected(project)
    days = [change.on for change in changes(site, "en")]
    assert days == sorted(days, reverse=True)
    assert [change.kind for change in changes(Site(site.content, date(2026, 11, 20)), "en")] == ["new"]


def test_a_correction_of_a_page_that_is_not_there_is_named(project: Project) -> None:
    wrong = CORRECTION.replace("stories/a-story", "stories/a-storry")
    with pytest.raises(ContentError) as error:
        read_site(project({**PAGES, "content/data/corrections/people.yml": wrong}))
    assert str(error.value).startswith("content/data/corrections/people.yml:1: There is no page 'stories/a-storry'")
    assert "Did you mean 'stories/a-story'?" in str(error.value)


def test_an_address_in_a_text_is_made_whole() -> None:
    text = '<p><a href="../b/?x=1&amp;y=2#c">B</a> <img src="/d.jpg" alt="é &lt;"><img src="../p.jpg"></p>'
    published = {"../p.jpg": "https://x.example/assets/p.jpg"}
    assert with_whole_addresses(text, "https://x.example/en/a/", published.get) == (
        '<p><a href="https://x.example/en/b/?x=1&amp;y=2#c">B</a> <img src="https://x.example/d.jpg" alt="é &lt;">'
        '<img src="https://x.example/assets/p.jpg"></p>'
    )

"""Build: an agenda, a quotation, a picture, a page in one language, and where to say that something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.build.conftest import built_in, parsed, the
from tests.build.test_pictures import ENTRY, FILE, TEXT, picture, story
from tests.checks.test_events import EVENT, QUOTE
from tests.command import portal
from tests.conftest import Files, Project, make_project, page


def _event(name: str, *changes: tuple[str, str]) -> str:
    text = EVENT
    for old, new in (*changes, ("Een dag", name), ("A day", name)):
        text = text.replace(old, new)
    return text


LINES = ("picture: bridge", f"{QUOTE}\n  portrait: speaker\n  translated: true")
FILES: Files = {
    **story("nl", *LINES),
    **story("en", *LINES),
    ENTRY: TEXT,
    FILE: picture(1300, 900),
    "content/data/pictures/speaker.yml": TEXT.replace("bridge.jpg", "speaker.jpg"),
    "content/assets/pictures/speaker.jpg": picture(900, 1200),
    "content/data/pictures/spare.yml": TEXT.replace("bridge.jpg", "spare.jpg"),
    "content/assets/pictures/spare.jpg": picture(901, 700),
    "content/data/events/over.yml": _event("Voorbij", ("2027-02-01", "2026-11-20")),
    "content/data/events/later.yml": _event("Later"),
    "content/data/events/today.yml": _event(
        "Vandaag",
        ("2027-02-01", "2026-11-19\nends: 2026-11-21"),
        ("sources:", "url: https://www.example.org/day\nsources:"),
    ),
    "content/nl/alleen.md": page("Alleen hier", "only: nl"),
}
"""The tests live on 21 November 2026."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with all of them."""
    root = make_project(tmp_path_factory.mktemp("pieces") / "project", FILES)
    return built_in(root, CORRECT_URL="mailto:post@example.org?subject={title}", SITE_URL="https://x.example/sub/")


def test_the_home_page_lists_what_is_not_over_the_first_first(site: Path) -> None:
    assert [row.text() for row in parsed(site / "index.html").css(".agenda-row__title")] == ["Vandaag", "Later"]


def test_an_event_says_when_where_by_whom_and_who_says_so(site: Path) -> None:
    row = parsed(site / "index.html").css(".agenda-row")[0]
    assert [time.attributes["datetime"] for time in row.css("time")] == ["2026-11-19", "2026-11-21"]
    assert "Een zaal. Van Ziekenhuis." in " ".join(row.text().split())
    links = [link.attributes["href"] for link in row.css("a")]
    assert links == ["agenda/today/", "partners/hospital/", "https://www.example.nl/a"]
    assert the(site / "agenda/today/index.html", "a[href='https://www.example.org/day']")


def test_a_home_page_without_events_has_no_agenda(small: Path) -> None:
    assert not parsed(small / "site/index.html").css("#agenda")


def test_a_story_quotes_with_name_source_and_portrait(site: Path) -> None:
    file = site / "en/stories/a-story/index.html"
    assert the(file, ".quote blockquote").text(strip=True) == "\u2018Words.\u2019"
    caption = the(file, ".quote figcaption").text()
    assert caption.startswith("A. Speaker. Our translation")
    assert "Photo: A. Maker" in caption
    assert the(file, ".quote figcaption a").attributes["href"] == "https://www.example.nl/a"
    portrait = the(file, ".quote img")
    assert (portrait.attributes["width"], portrait.attributes["height"]) == ("400", "533")
    assert portrait.attributes["alt"] == ""


def test_search_engines_are_given_the_picture_of_a_story(site: Path) -> None:
    data = json.loads(the(site / "en/stories/a-story/index.html", "[type='application/ld+json']").text())
    (article,) = [thing for thing in data["@graph"] if thing["@type"] == "Article"]
    address = article["image"]["url"]
    assert address.startswith("https://x.example/sub/assets/pictures/bridge-1200.")
    assert (site / address.removeprefix("https://x.example/sub/")).is_file()


def test_a_picture_in_a_list_is_not_described_and_on_its_page_it_is(site: Path) -> None:
    assert the(site / "en/stories/index.html", ".card img").attributes["alt"] == ""
    assert the(site / "en/stories/a-story/index.html", ".cover img").attributes["alt"] == "A bridge."


def test_a_picture_that_no_page_shows_is_not_published(site: Path) -> None:
    names = {path.name.split("-")[0] for path in (site / "assets/pictures").iterdir()}
    assert names == {"bridge", "speaker"}


def test_a_page_in_one_language_says_so_in_the_other(site: Path) -> None:
    notice = the(site / "alleen/index.html", "main > .notice")
    assert notice.attributes["lang"] == "en"
    assert notice.text(strip=True) == "This page is not available in English"
    assert not parsed(site / "index.html").css(".notice")


@pytest.mark.parametrize(
    ("path", "title"),
    [("index.html", "Voorpagina"), ("en/stories/a-story/index.html", "A%20story"),
     ("partners/hospital/index.html", "Ziekenhuis")],
)  # fmt: skip
def test_every_page_says_where_to_write_when_something_is_wrong(path: str, title: str, site: Path) -> None:
    assert the(site / path, ".correct-this a").attributes["href"] == f"mailto:post@example.org?subject={title}"


def test_the_page_that_is_not_there_has_nothing_to_correct(site: Path) -> None:
    assert not parsed(site / "404.html").css(".correct-this")


def test_without_an_address_no_page_asks_for_corrections(small: Path) -> None:
    assert not parsed(small / "site/index.html").css(".correct-this")


def test_an_address_that_cannot_be_used_stops_the_build(project: Project) -> None:
    result = portal("build", cwd=project(), CORRECT_URL="javascript:alert(1)")
    assert result.returncode == 1
    assert "'correct_url' is 'javascript:alert(1)'. Write an address that starts with https:// or mailto:" in (
        result.stdout + result.stderr
    )

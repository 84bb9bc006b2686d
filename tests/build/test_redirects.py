"""Old addresses. Build layer: a redirect is a file that a plain host serves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.conftest import SITE_URL, parsed, the

REDIRECTS = pytest.mark.parametrize(
    ("file", "link", "target", "locale"),
    [
        ("oud/index.html", "../verhalen/een-verhaal/", "verhalen/een-verhaal/", "nl"),
        ("en/old/deep/index.html", "../../stories/a-story/", "en/stories/a-story/", "en"),
        ("start/index.html", "..", "", "nl"),
    ],
)


@REDIRECTS
def test_an_old_address_leads_to_the_new_one_by_itself_and_by_a_link(
    odd: Path, file: str, link: str, target: str, locale: str
) -> None:
    page = odd / file
    assert the(page, "meta[http-equiv=refresh]").attributes["content"] == f"0; url={link}"
    assert the(page, "body a").attributes["href"] == link
    assert (odd / file).parent.joinpath(link, "index.html").is_file()


@REDIRECTS
def test_an_old_address_has_the_look_of_the_site(odd: Path, file: str, link: str, target: str, locale: str) -> None:
    styles = the(odd / file, "link[rel=stylesheet]").attributes["href"] or ""
    assert (odd / file).parent.joinpath(styles).is_file()


@REDIRECTS
def test_an_old_address_gives_way_to_the_new_one_in_search_results(
    odd: Path, file: str, link: str, target: str, locale: str
) -> None:
    page = odd / file
    assert the(page, "link[rel=canonical]").attributes["href"] == SITE_URL + target
    assert the(page, "meta[name=robots]").attributes["content"] == "noindex"


@REDIRECTS
def test_an_old_address_speaks_the_language_of_the_new_one(
    odd: Path, file: str, link: str, target: str, locale: str
) -> None:
    page = odd / file
    assert the(page, "html").attributes["lang"] == locale
    assert the(page, "h1").text() != ""


@REDIRECTS
def test_an_old_address_needs_no_script(odd: Path, file: str, link: str, target: str, locale: str) -> None:
    assert parsed(odd / file).css("script") == []

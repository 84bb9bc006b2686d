"""Old addresses. Build layer: a redirect is a file that a plain host serves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.conftest import SITE_URL, parsed

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
    tree = parsed(odd / file)
    assert tree.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={link}"
    assert tree.css_first("body a").attributes["href"] == link
    assert (odd / file).parent.joinpath(link, "index.html").is_file()


@REDIRECTS
def test_an_old_address_gives_way_to_the_new_one_in_search_results(
    odd: Path, file: str, link: str, target: str, locale: str
) -> None:
    tree = parsed(odd / file)
    assert tree.css_first("link[rel=canonical]").attributes["href"] == SITE_URL + target
    assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"


@REDIRECTS
def test_an_old_address_speaks_the_language_of_the_new_one(
    odd: Path, file: str, link: str, target: str, locale: str
) -> None:
    tree = parsed(odd / file)
    assert tree.css_first("html").attributes["lang"] == locale
    assert len(tree.css("h1")) == 1
    assert tree.css("script") == []

"""Where a page is published. Hook layer: keys and slugs in, addresses out."""

from __future__ import annotations

import pytest

from portal.model.addresses import Addresses, destination, home
from portal.words.languages import Languages

LANGUAGES = Languages.of("nl", "en")
SLUGS = {"stories/index": "verhalen", "stories/a-minor": "een-minor", "about": "over", "index": None, "a/b/index": "x"}


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("index", "/", "/en/"),
        ("404", "/404.html", "/en/404.html"),
        ("about", "/over/", "/en/over/"),
        ("plain", "/plain/", "/en/plain/"),
        ("stories/index", "/verhalen/", "/en/verhalen/"),
        ("stories/a-minor", "/verhalen/een-minor/", "/en/verhalen/een-minor/"),
        ("stories/plain", "/verhalen/plain/", "/en/verhalen/plain/"),
        ("partners/briskr", "/partners/briskr/", "/en/partners/briskr/"),
        ("a/b/c", "/a/x/c/", "/en/a/x/c/"),
    ],
)
def test_a_page_is_at_the_slugs_of_its_folders_and_its_own(key: str, nl: str, en: str) -> None:
    assert Addresses(LANGUAGES, "nl", SLUGS).of(key) == nl
    assert Addresses(LANGUAGES, "en", SLUGS).of(key) == en


def test_the_page_of_an_entry_says_its_own_slug() -> None:
    assert Addresses(LANGUAGES, "en", SLUGS).of("stories/x", "own") == "/en/verhalen/own/"


def test_the_default_language_stands_at_the_root() -> None:
    assert (home(LANGUAGES, "nl"), home(LANGUAGES, "en")) == ("/", "/en/")
    assert home(Languages.of("de", "nl"), "nl") == "/nl/"


@pytest.mark.parametrize(
    ("served", "file"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/verhalen/x/", "verhalen/x/index.html"),
        ("/404.html", "404.html"),
        ("/en/404.html", "en/404.html"),
    ],
)
def test_an_address_is_served_from_a_file(served: str, file: str) -> None:
    assert destination(served) == file

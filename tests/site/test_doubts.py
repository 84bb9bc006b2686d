"""Site, the real build: how often a reader is told that something is not known.

`portal check` counts what an editor wrote in the file of a page, to advise them there. Here everything counts that can
be read on the built page: the labels of templates, what is shown of other entries, and the notes of the sources.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from portal.model.page import Page
from portal.words.doubts import doubts
from tests.real_site import PAGES, SITE, every_page, html

MOST_ON_THE_SITE = 30
"""The stricter of what was asked of each language: under 40 in English, under 30 in Dutch."""
INVITING = [
    page
    for page in PAGES
    if page.kind in {"home", "cluster", "cluster-index"} or page.key in {"living", "working", "life"}
]
"""Pages that somebody lands on first: they tell what there is."""


def _told(page: Page[Any], built: Path) -> list[str]:
    (main,) = html(page, built).css("main")
    return [match.group() for match in doubts(" ".join(main.text(separator=" ").split()), page.locale)]


@every_page()
def test_a_reader_is_told_at_most_once_a_page_that_something_is_not_known(page: Page[Any], built: Path) -> None:
    assert len(_told(page, built)) <= 1


@every_page(INVITING)
def test_an_inviting_page_tells_what_is_known(page: Page[Any], built: Path) -> None:
    assert _told(page, built) == []


def test_the_whole_site_seldom_says_that_something_is_not_known(built: Path) -> None:
    told = Counter(dict.fromkeys(SITE.languages, 0))
    for page in PAGES:
        told[page.locale] += len(_told(page, built))
    assert {locale: count for locale, count in told.items() if count >= MOST_ON_THE_SITE} == {}

"""Site, the real build: how much there is at least, so that nothing falls away unseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portal.model.page import Page
from portal.schema.fields import Subject
from portal.schema.page import Story
from portal.schema.partner import Partner
from tests.real_site import PAGES, SITE, file_at, internal, links


def _built(kind: str, built: Path) -> list[Page[Any]]:
    return [page for page in PAGES if page.kind == kind and file_at(page.address, built).is_file()]


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("home", 2),
        ("partner", 96),
        ("story", 18),
        ("cluster", 4),
        ("campus", 4),
        ("story-index", 2),
        ("directory", 2),
        ("eligibility", 4),
        ("not-found", 2),
    ],
)
def test_the_site_has_as_many_pages_of_a_kind_in_both_languages(kind: str, floor: int, built: Path) -> None:
    pages = _built(kind, built)
    assert len(pages) >= floor
    assert [page.locale for page in pages].count("nl") >= floor / 2
    assert [page.locale for page in pages].count("en") >= floor / 2


def test_every_html_file_is_a_page_or_a_redirect(built: Path) -> None:
    known = {file_at(address, built) for address in (*(page.address for page in PAGES),
                                                     *(redirect.from_ for redirect in SITE.redirects))}  # fmt: skip
    assert set(built.rglob("*.html")) == known


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize(("index", "kind"), [("stories/index", Story), ("partners/index", Partner)])
def test_an_index_links_to_every_page_of_its_kind(index: str, kind: type[Subject], locale: str, built: Path) -> None:
    page = SITE.page(locale, index)
    assert page
    parts = [one for one in PAGES if (one.locale, one.kind) == (locale, page.kind)]
    linked = {internal(url) for part in parts for node, url in links(part, built) if node.tag == "a"}
    assert [item.source for item in SITE.listed(kind, locale) if item.address not in linked] == []

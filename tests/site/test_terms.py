"""Site: the terms that are explained in place, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.schema.term import Term
from tests.real_site import PAGES, SITE, found_on, html

EXPLAINING = ("step", "chapter", "page", "eligibility")


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("kind", EXPLAINING)
def test_terms_are_explained_on_these_pages(kind: str, locale: str, built: Path) -> None:
    pages = [page for page in PAGES if (page.kind, page.locale) == (kind, locale)]
    assert any(html(page, built).css("button.term") for page in pages)


def test_no_term_is_explained_in_a_heading_or_a_link(built: Path) -> None:
    assert (
        found_on(PAGES, lambda page: html(page, built).css(":is(h1, h2, h3, h4, a, summary, label) button.term")) == {}
    )


def test_every_explained_term_opens_its_own_note_with_a_way_to_the_glossary(built: Path) -> None:
    for page in PAGES:
        tree = html(page, built)
        targets = [button.attributes["popovertarget"] or "" for button in tree.css("button.term")]
        assert len(set(targets)) == len(targets), page.source
        for target in targets:
            (note,) = tree.css(f"span#{target}[popover]")
            term = SITE.all(Term)[target.removeprefix("term-")]
            assert term.definition[page.locale] in note.text()
            (link,) = note.css("a")
            assert (link.attributes["href"] or "").endswith(f"#{term.slug}")

"""Content, the real files: what a schema cannot say of a story. No build; one result a file."""

from __future__ import annotations

import re
from typing import Any

from portal.model.page import Page
from portal.schema.page import Story
from portal.schema.source import Source
from tests.real_site import SITE, STORIES, every_page


def _words(markdown: str) -> int:
    """The words a visitor reads: link targets, attributes and marks aside."""
    text = re.sub(r"\]\([^)]*\)|\{:[^}]*\}", " ", markdown)
    return len(re.findall(r"\w\S*", text))


@every_page(STORIES)
def test_a_story_is_read_in_a_few_minutes(page: Page[Any]) -> None:
    assert 350 <= _words(page.body) <= 700


@every_page(STORIES)
def test_a_story_names_a_source_that_a_visitor_can_open(page: Page[Any]) -> None:
    assert isinstance(page.about, Story)
    assert [slug for slug in page.about.sources if SITE.all(Source)[slug].url]


@every_page(STORIES)
def test_a_story_links_to_a_page_of_the_site_in_its_text(page: Page[Any]) -> None:
    assert re.search(r"\]\(\.\./[\w/-]+\.md", page.body)

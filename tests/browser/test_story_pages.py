"""Browser: a choice is about all stories, also those on other pages of the list; and what happens without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.build.conftest import built_in
from tests.build.test_story_pages import COUNT, PAGES, THIRTY
from tests.conftest import make_project
from tests.real_site import SITE
from tests.static_host import serving

IN_SERIES = [27, 15, 3]
"""The last is the newest, on the first page; the others are on the second and third."""


TITLE = ":is(.card__title, .row__title) a"
"""A story in the list: a card, or a row of what was chosen from all of it."""


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with thirty stories."""
    with serving(built_in(make_project(tmp_path_factory.mktemp("thirty"), THIRTY))) as address:
        yield address


@pytest.fixture
def list_tab(browser: Browser, thirty: str) -> Iterator[Tab]:
    """A tab of its own, since it goes offline."""
    context = browser.new_context(base_url=thirty, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def _shown(tab: Tab) -> list[int]:
    titles = tab.locator(f"main {TITLE}:visible").all_inner_texts()
    return [int(title.split()[-1]) for title in titles]


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_choice_finds_stories_on_every_page_of_the_list(locale: str, number: int, list_tab: Tab) -> None:
    list_tab.goto(f"/{PAGES[locale][number]}")
    before = _shown(list_tab)
    list_tab.locator("select[name=series]").select_option("a-series")
    expect(list_tab.locator("[data-count]")).to_contain_text(f"3 {'van de' if locale == 'nl' else 'of'} {COUNT}")
    assert _shown(list_tab) == IN_SERIES[::-1]
    expect(list_tab.locator("[data-pages]")).to_be_hidden()
    list_tab.locator("main button[type=reset]").click()
    expect(list_tab.locator("[data-pages]")).to_be_visible()
    assert _shown(list_tab) == before


@pytest.mark.parametrize("query", ["", "?series=a-series"])
def test_axe_finds_nothing_on_a_page_of_the_list(query: str, list_tab: Tab) -> None:
    list_tab.goto(f"/{PAGES['en'][1]}{query}")
    expect(list_tab.locator(f"main {TITLE}:visible")).to_have_count(3 if query else 12)
    assert violations(list_tab) == []


def test_a_story_from_another_page_of_the_list_opens(list_tab: Tab) -> None:
    list_tab.goto(f"/{PAGES['en'][1]}?series=a-series")
    list_tab.get_by_role("link", name="Story 3", exact=True).click()
    expect(list_tab).to_have_url(re.compile("/en/stories/story-3/$"))
    expect(list_tab.locator("h1")).to_have_text("Story 3")


def test_without_a_network_a_choice_says_what_it_could_not_look_at(list_tab: Tab) -> None:
    list_tab.goto(f"/{PAGES['en'][0]}")
    list_tab.context.set_offline(True)
    list_tab.locator("select[name=series]").select_option("a-series")
    expect(list_tab.locator(".filters__lost")).to_be_visible()
    assert _shown(list_tab) == [3]
    expect(list_tab.locator("[data-pages]")).to_be_visible()
    list_tab.context.set_offline(False)
    list_tab.locator("select[name=series]").select_option("")
    list_tab.locator("select[name=series]").select_option("a-series")
    expect(list_tab.locator(".filters__lost")).to_be_hidden()
    expect(list_tab.locator(f"main {TITLE}:visible")).to_have_count(3)

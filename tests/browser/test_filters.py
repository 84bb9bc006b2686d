"""Browser: the filters of the directory and of the stories narrow the list in place, say so, and can be shared."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from portal.model.page import Page
from portal.model.site import LISTED
from portal.schema.fields import Subject
from portal.schema.page import Story
from portal.schema.partner import Partner
from tests.browser.visits import the
from tests.real_site import SITE

LISTS = pytest.mark.parametrize(
    ("kind", "listed", "name", "value"),
    [
        ("directory", Partner, "kind", "company"),
        ("directory", Partner, "cluster", "health"),
        ("directory", Partner, "campus", "novio-tech"),
        ("story-index", Story, "cluster", "high-tech"),
        ("story-index", Story, "place", "east-netherlands"),
        ("story-index", Story, "series", "chip-packaging"),
    ],
)


def _chosen(listed: type[Subject], locale: str, name: str, value: str) -> set[str]:
    """The addresses that a choice should leave."""

    def fits(page: Page[Any]) -> bool:
        return value in page.about.facets()[name]

    return {page.address for page in SITE.listed(listed, locale) if fits(page)}


def _shown(tab: Tab, listed: type[Subject], locale: str) -> set[str]:
    """The addresses of the pages of a kind that the list shows."""
    every = {page.address for page in SITE.listed(listed, locale)}
    visible = """() => [...document.querySelectorAll("main a[href]")]
      .filter((link) => link.checkVisibility()).map((link) => new URL(link.href).pathname)"""
    return every & set(tab.evaluate(visible))


def _at_first(listed: type[Subject], locale: str) -> int:
    """How many the list shows before anything is chosen: of a list that goes on, its first page."""
    (index,) = [index for index, of in LISTED.items() if of is listed]
    return min(len(SITE.listed(listed, locale)), index.a_page)


def _says(tab: Tab, count: int) -> None:
    """Wait until the status says how many are shown: what is on further pages is fetched first."""
    expect(_status(tab)).to_contain_text(re.compile(rf"\b{count}\b"))


def _status(tab: Tab) -> Locator:
    return tab.locator("main [role=status][data-count]")


def _numbers(status: Locator) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", status.inner_text())]


@pytest.mark.parametrize("locale", SITE.languages)
@LISTS
def test_a_choice_narrows_the_list_and_says_how_far(
    kind: str, listed: type[Subject], name: str, value: str, locale: str, tab: Tab
) -> None:
    tab.goto(the(kind, locale).address)
    every = {page.address for page in SITE.listed(listed, locale)}
    assert len(_shown(tab, listed, locale)) == _at_first(listed, locale)
    tab.locator(f"select[name={name}]").select_option(value)
    expected = _chosen(listed, locale, name, value)
    assert 0 < len(expected) < len(every)
    _says(tab, len(expected))
    assert _shown(tab, listed, locale) == expected
    assert _numbers(_status(tab)) == [len(expected), len(every)]


@LISTS
def test_a_choice_stays_when_the_page_is_loaded_again(
    kind: str, listed: type[Subject], name: str, value: str, tab: Tab
) -> None:
    tab.goto(the(kind, "nl").address)
    tab.locator(f"select[name={name}]").select_option(value)
    expect(tab).to_have_url(re.compile(rf"\?{name}={value}$"))
    tab.reload()
    expect(tab.locator(f"select[name={name}]")).to_have_value(value)
    expected = _chosen(listed, "nl", name, value)
    _says(tab, len(expected))
    assert _shown(tab, listed, "nl") == expected


def test_two_choices_narrow_the_list_together(tab: Tab) -> None:
    tab.goto(the("directory", "nl").address)
    tab.locator("select[name=kind]").select_option("company")
    tab.locator("select[name=campus]").select_option("novio-tech")
    companies = _chosen(Partner, "nl", "kind", "company")
    assert _shown(tab, Partner, "nl") == companies & _chosen(Partner, "nl", "campus", "novio-tech")


@pytest.mark.parametrize(("kind", "listed"), [("directory", Partner), ("story-index", Story)])
def test_reset_shows_everything_and_cleans_the_address(kind: str, listed: type[Subject], tab: Tab) -> None:
    page = the(kind, "en")
    tab.goto(page.address + "?cluster=health")
    every = {other.address for other in SITE.listed(listed, "en")}
    assert _shown(tab, listed, "en") < every
    tab.locator("main button[type=reset]").click()
    expect(_status(tab)).to_contain_text(f"{len(every)}")
    expect(tab).to_have_url(re.compile(r"/$"))  # the last thing that happens
    expect(tab.locator("select[name=cluster]")).to_have_value("")
    assert len(_shown(tab, listed, "en")) == _at_first(listed, "en")


def test_a_choice_that_leaves_nothing_says_so(tab: Tab) -> None:
    tab.goto(the("directory", "en").address)
    tab.locator("select[name=kind]").select_option("media")
    tab.locator("select[name=campus]").select_option("novio-tech")
    assert _shown(tab, Partner, "en") == set()
    assert _numbers(_status(tab))[0] == 0
    expect(tab.get_by_text(SITE.string("filter.none", "en"))).to_be_visible()


def test_an_address_with_a_choice_that_does_not_exist_shows_everything(tab: Tab) -> None:
    tab.goto(the("directory", "en").address + "?kind=wizard&unknown=x&q=")
    assert len(_shown(tab, Partner, "en")) == len(SITE.all(Partner))


def _with(locale: str, *words: str) -> set[str]:
    """The addresses of the partners whose row, kind or other names hold all of these words."""

    def said(page: Page[Partner]) -> str:
        return " ".join([page.title, page.description, *SITE.words_for(page, locale)]).lower()

    return {page.address for page in SITE.listed(Partner, locale) if all(word in said(page) for word in words)}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("radboud", ["radboud"]),
        ("UNIVERSITEIT radboud", ["radboud", "universiteit"]),
        ("rádbóudümc", ["radboudumc"]),
        ("  teb ", ["teb"]),
    ],
)
def test_a_name_is_found_whatever_its_accents_capitals_and_order(typed: str, words: list[str], tab: Tab) -> None:
    tab.goto(the("directory", "nl").address)
    tab.get_by_role("searchbox", name=SITE.string("filter.q", "nl"), exact=True).press_sequentially(typed)
    addresses = _with("nl", *words)
    assert 0 < len(addresses) < len(SITE.all(Partner))
    _says(tab, len(addresses))
    assert _shown(tab, Partner, "nl") == addresses


def test_a_name_that_nobody_has_finds_nothing(tab: Tab) -> None:
    tab.goto(the("directory", "nl").address)
    tab.locator("main input[name=q]").fill("zzz")
    _says(tab, 0)
    assert _shown(tab, Partner, "nl") == set()


@pytest.mark.parametrize(("locale", "typed"), [("nl", "ziekenhuis"), ("en", "hospital")])
def test_a_kind_is_found_by_its_word(locale: str, typed: str, tab: Tab) -> None:
    tab.goto(the("directory", locale).address)
    tab.locator("main input[name=q]").fill(typed)
    hospitals = _chosen(Partner, locale, "kind", "hospital")
    found = _with(locale, typed)
    assert set() < hospitals <= found
    _says(tab, len(found))
    assert _shown(tab, Partner, locale) == found


@pytest.mark.parametrize("locale", SITE.languages)
def test_a_word_of_a_summary_finds_its_partner(locale: str, tab: Tab) -> None:
    def said(page: Page[Partner], *parts: str) -> str:
        return " ".join([*parts, *SITE.words_for(page, locale)]).lower()

    partner, *others = sorted(SITE.listed(Partner, locale), key=lambda page: page.key != "partners/radboudumc")
    rest = " ".join([said(page, page.title, page.description) for page in others])
    words = re.findall(r"\w{5,}", partner.description.lower())
    word = next(word for word in words if word not in rest and word not in said(partner, partner.title))
    tab.goto(the("directory", locale).address)
    tab.locator("main input[name=q]").fill(word)
    _says(tab, 1)
    assert _shown(tab, Partner, locale) == {partner.address}


def test_a_name_works_with_a_choice_and_stays_in_the_address(tab: Tab) -> None:
    tab.goto(the("directory", "nl").address)
    tab.locator("main input[name=q]").fill("radboud")
    tab.locator("select[name=kind]").select_option("hospital")
    assert tab.url.endswith("?q=radboud&kind=hospital")
    tab.reload()
    expect(tab.locator("main input[name=q]")).to_have_value("radboud")
    assert _shown(tab, Partner, "nl") == _with("nl", "radboud") & _chosen(Partner, "nl", "kind", "hospital")


def test_the_lists_for_who_has_no_scripting_are_not_there_twice(tab: Tab) -> None:
    tab.goto(the("directory", "nl").address)
    for element in tab.locator("[data-without-filters]").all():
        expect(element).to_be_hidden()


def test_every_control_has_a_name(tab: Tab) -> None:
    tab.goto(the("directory", "en").address)
    for control in tab.locator("main select").all():
        name = SITE.string(f"filter.{control.get_attribute('name')}", "en")
        expect(tab.get_by_role("combobox", name=name, exact=True)).to_have_count(1)

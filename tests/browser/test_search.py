"""Browser: the search page finds what visitors ask for, and says what it did; by keyboard, and with choices."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab

from tests.questions import Answer, ask, ask_all
from tests.real_site import SITE

DUTCH = SITE.pages["nl", "search/index"].address
STATUS = "p[data-status]"


@pytest.fixture(scope="module")
def answers(window: Tab) -> list[Answer]:
    """All questions, asked once."""
    return ask_all(window)


def test_for_forty_questions_the_right_page_is_among_the_first_three_and_mostly_the_first(
    answers: list[Answer],
) -> None:
    missed = [(answer.asked, answer.found[:3]) for answer in answers if answer.place not in (1, 2, 3)]
    later = [(answer.asked, answer.found[:3]) for answer in answers if answer.place > 1]
    assert len(answers) == 40
    assert len(missed) <= 2, missed
    assert len(missed) + len(later) <= 10, later


def test_a_question_in_the_address_is_answered_and_announced(tab: Tab) -> None:
    tab.goto(f"{DUTCH}?q=rijbewijs+omwisselen&kind=step")
    tab.locator(".found").first.wait_for()
    assert tab.locator(f"{STATUS}[role=status]").inner_text().endswith("voor ‘rijbewijs omwisselen’")
    assert tab.locator("[data-search] [name=kind]").input_value() == "step"
    assert set(tab.locator(".found .kicker").all_inner_texts()) == {"Stappen van de gids"}
    assert {"rijbewijs", "omwisselen"} <= set(tab.locator(".found mark").all_inner_texts())


def test_a_choice_narrows_what_is_found_and_stands_in_the_address(tab: Tab) -> None:
    tab.goto(DUTCH)
    ask(tab, "nl", "campus")
    before = tab.locator(".found").count()
    tab.locator("[data-search] [name=kind]").select_option("campus")
    tab.wait_for_function("() => document.querySelectorAll('.found').length === 2")
    assert before > 2
    assert tab.url.endswith("?q=campus&kind=campus")


def test_a_choice_alone_lists_what_fits_it(tab: Tab) -> None:
    tab.goto(f"{DUTCH}?kind=cluster")
    tab.locator(".found").first.wait_for()
    assert tab.locator(STATUS).inner_text() == "2 resultaten bij deze keuze"


def test_a_misspelt_word_is_taken_for_the_nearest_and_the_visitor_hears_of_it(tab: Tab) -> None:
    tab.goto(f"{DUTCH}?q=huisarst")
    tab.locator(".found").first.wait_for()
    assert tab.locator("p[data-mended]").inner_text() == (
        "Niets gevonden voor ‘huisarst’. Dit vonden we voor ‘huisarts’."
    )


def test_where_nothing_is_found_the_guide_the_directory_and_the_letters_are_there(tab: Tab) -> None:
    tab.goto(f"{DUTCH}?q=qqqqqqqq")
    tab.locator("section[data-none]").wait_for()
    assert tab.locator(STATUS).inner_text() == "Niets gevonden voor ‘qqqqqqqq’"
    ways = tab.locator("section[data-none] a, .letters a").evaluate_all("links => links.map((link) => link.pathname)")
    assert {SITE.pages["nl", key].address for key in ("guide/index", "partners/index", "search/a")} <= set(ways)


def test_the_keyboard_asks_and_goes_on_to_more(tab: Tab) -> None:
    tab.goto(DUTCH)
    tab.locator("[data-search] [name=q]").focus()
    tab.keyboard.type("nijmegen")
    tab.keyboard.press("Enter")
    tab.locator("[data-more] button").wait_for()
    first = tab.locator(".found").count()
    tab.locator("[data-more] button").press("Enter")
    tab.wait_for_function("count => document.querySelectorAll('.found').length > count", arg=first)
    focused = "[...document.querySelectorAll('.found a')].indexOf(document.activeElement)"
    assert tab.evaluate(focused) == first


def test_what_is_found_is_text_whatever_was_asked(tab: Tab) -> None:
    tab.goto(f"{DUTCH}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+nijmegen")
    tab.locator(".found").first.wait_for()
    assert tab.locator("main img[src=x]").count() == 0
    assert "<img src=x" in tab.locator(STATUS).inner_text()


@pytest.mark.parametrize(("width", "opener"), [(320, "header summary"), (1440, ""), (1280, "header summary")])
def test_the_header_of_every_page_leads_to_the_answer(tab: Tab, width: int, opener: str) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto(SITE.pages["en", "about"].address)
    if opener:
        tab.locator(opener).click()
    tab.locator("header [name=q]:visible").fill("Briskr")
    tab.keyboard.press("Enter")
    tab.locator(".found").first.wait_for()
    assert tab.locator(".found a").first.inner_text() == "Briskr"


def test_without_scripts_the_header_leads_to_the_index_by_letter(plain_tab: Tab) -> None:
    plain_tab.goto("/")
    plain_tab.locator("header summary").click()
    plain_tab.locator("header [name=q]:visible").fill("bsn")
    plain_tab.keyboard.press("Enter")
    plain_tab.wait_for_url("**/zoeken/?q=bsn")
    assert not plain_tab.locator("[data-choices]").is_visible()
    plain_tab.locator(".letters a", has_text="B").first.click()
    assert plain_tab.locator(".index a", has_text="BSN").count() > 0


def test_an_address_that_is_not_there_is_asked_for_in_its_own_words(tab: Tab) -> None:
    tab.goto("/en/guide/driving-license.html")
    assert tab.locator("main [name=q]").input_value() == "guide driving license"
    tab.locator("main [name=q]").press("Enter")
    tab.locator(".found").first.wait_for()
    assert tab.locator(".found a").first.get_attribute("href") == SITE.pages["en", "guide/driving-licence"].address


def test_nothing_of_pagefind_is_loaded_on_another_page(tab: Tab) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("/")
    tab.goto(DUTCH)
    before = [url for url in asked if "assets/search/" in url]
    ask(tab, "nl", "bsn")
    assert before == []
    assert [url for url in asked if "assets/search/nl/" in url] != []
    assert [url for url in asked if "assets/search/en/" in url] == []

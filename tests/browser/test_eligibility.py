"""Browser: a check gives a soft answer at every border, the same in both languages, and keeps it to itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from portal.model.page import Page
from portal.schema.eligibility import Eligibility
from portal.schema.source import Source
from portal.schema.step import Step
from portal.words.formats import day as written
from tests.personas import PERSONAS
from tests.real_site import SITE

EXPAT = {
    "recruited": "yes",
    "first-day": "2027-01-01",
    "distance": "151",
    "months": "17",
    "exempt": "no",
    "salary": "50436",
    "age": "30",
    "master": "no",
}
"""Somebody just inside every border of the expat ruling."""
PERMIT = {
    "eu": "no",
    "long-stay": "yes",
    "work": "other",
    "contract": "yes",
    "first-day": "2026-12-31",
    "sponsor": "recognised",
    "orientation-year": "no",
    "age": "30",
    "salary": "5942",
}
"""Somebody just inside every border of the highly skilled migrant."""
YOUNG = {"age": "29", "master": "yes"}
GRADUATE = {"orientation-year": "yes"}
OTHER = {"sponsor": "not-recognised"}

FITS = {"expat-ruling": EXPAT, "permit-routes": PERMIT}

BORDERS: list[tuple[str, dict[str, str], str]] = [
    ("expat-ruling", {}, "possible"),
    # More than 150 kilometres: 150 is not.
    ("expat-ruling", {"distance": "149"}, "unlikely"),
    ("expat-ruling", {"distance": "150"}, "unlikely"),
    # More than 16 months: 16 is not.
    ("expat-ruling", {"months": "16"}, "unlikely"),
    ("expat-ruling", {"months": "18"}, "possible"),
    # Under 30: 30 is not.
    ("expat-ruling", {**YOUNG, "salary": "38388"}, "possible"),
    ("expat-ruling", {**YOUNG, "salary": "38388", "age": "30"}, "unlikely"),
    ("expat-ruling", {**YOUNG, "salary": "38388", "master": "no"}, "unlikely"),
    ("expat-ruling", {**YOUNG, "salary": "38387"}, "unlikely"),
    ("expat-ruling", {"salary": "50435"}, "unlikely"),
    # The amounts are those that were expected for 2027; later ones are not known.
    ("expat-ruling", {"first-day": "2026-12-31"}, "possible"),
    ("expat-ruling", {"first-day": "2027-12-31"}, "possible"),
    ("expat-ruling", {"first-day": "2028-01-01"}, "unknown"),
    ("expat-ruling", {"first-day": "2024-01-01"}, "possible"),
    ("expat-ruling", {"first-day": "2023-12-31"}, "unknown"),
    ("expat-ruling", {"exempt": "yes", "salary": "1"}, "good"),
    ("expat-ruling", {"exempt": "yes", "first-day": "2026-12-31"}, "good"),
    ("expat-ruling", {"recruited": "no"}, "unlikely"),
    ("permit-routes", {}, "good"),
    ("permit-routes", {"salary": "5941"}, "unlikely"),
    ("permit-routes", {"age": "29", "salary": "4357"}, "good"),
    ("permit-routes", {"age": "29", "salary": "4356"}, "unlikely"),
    ("permit-routes", {"age": "30", "salary": "4357"}, "unlikely"),
    ("permit-routes", {**GRADUATE, "salary": "3122"}, "good"),
    ("permit-routes", {**GRADUATE, "salary": "3121"}, "unlikely"),
    ("permit-routes", {**OTHER}, "possible"),
    ("permit-routes", {**OTHER, "salary": "5941"}, "unlikely"),
    ("permit-routes", {**OTHER, **GRADUATE, "salary": "4754"}, "possible"),
    ("permit-routes", {**OTHER, **GRADUATE, "salary": "4753"}, "unlikely"),
    ("permit-routes", {"sponsor": "not-sure"}, "unknown"),
    # The amounts are those of 2026.
    ("permit-routes", {"first-day": "2027-01-01"}, "unknown"),
    ("permit-routes", {"first-day": "2025-12-31"}, "unknown"),
    ("permit-routes", {"contract": "no"}, "unlikely"),
    # Who does research, teaches as a guest or trains as a specialist need not reach an amount, in any year.
    ("permit-routes", {"work": "research", "salary": "2500"}, "good"),
    ("permit-routes", {"work": "research", "salary": "2500", "first-day": "2027-01-01"}, "good"),
    ("permit-routes", {"work": "lecturer-or-doctor", "salary": "2500"}, "good"),
    ("permit-routes", {"work": "research", "contract": "no"}, "possible"),
    ("permit-routes", {"work": "research", "contract": "no", "sponsor": "not-sure"}, "unknown"),
    ("permit-routes", {"work": "research", "contract": "no", **OTHER}, "unlikely"),
    ("permit-routes", {"work": "research", **OTHER}, "possible"),
    ("permit-routes", {"long-stay": "no"}, "unknown"),
    ("permit-routes", {"eu": "yes"}, "good"),
    # What is worked out for people without a browser is what the page itself answers.
    *(
        (slug, {question: str(given) for question, given in said.given.items()}, said.chance)
        for persona in PERSONAS
        for slug, said in persona.answers.items()
    ),
]


def _page(slug: str, locale: str) -> Page[Any]:
    return SITE.pages[locale, SITE.all(Eligibility)[slug].key]


def _check(page: Page[Any]) -> Eligibility:
    assert isinstance(page.about, Eligibility)
    return page.about


def _fill(tab: Tab, answers: dict[str, str]) -> None:
    """Answer what is asked; once it is settled, no more is."""
    for name, value in answers.items():
        field = tab.locator(f"form.check [name='{name}']")
        if not field.first.is_visible():
            continue
        if field.count() > 1:
            tab.locator(f"form.check [name='{name}'][value='{value}']").check()
        else:
            field.fill(value)
            field.blur()


def _chance(tab: Tab) -> str | None:
    return tab.locator("form.check").get_attribute("data-chance")


def _facts(tab: Tab) -> list[str]:
    """The facts that the page shows, by slug."""
    found: list[str] = tab.evaluate("""() => [...document.querySelectorAll(".statements > li")]
      .filter((fact) => fact.checkVisibility()).map((fact) => fact.id.replace("fact-", ""))""")
    return found


@dataclass(frozen=True)
class Outcome:
    """What a page says to somebody."""

    chance: str
    said: str
    facts: tuple[str, ...]


ANSWER = """(answers) => {
  const form = document.querySelector("form.check");
  for (const field of form.querySelectorAll("input")) {
    if (field.type === "radio") field.checked = answers[field.name] === field.value;
    else field.value = answers[field.name];
  }
  form.dispatchEvent(new Event("change"));
}"""
"""All answers at once: to type them for every border would take minutes."""


@pytest.fixture(scope="module")
def outcomes(window: Tab) -> Mapping[tuple[str, str], list[Outcome]]:
    """What each check says at each of its borders, by check and language: one visit to each page."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for slug, locale in product(SITE.all(Eligibility), SITE.languages):
        window.goto(_page(slug, locale).address)
        found[slug, locale] = []
        for _, other, _ in (border for border in BORDERS if border[0] == slug):
            window.evaluate(ANSWER, FITS[slug] | other)
            said = window.locator(".verdict__chance").inner_text()
            found[slug, locale].append(Outcome(_chance(window) or "", said, tuple(_facts(window))))
    return found


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("slug", FITS)
def test_the_answer_at_each_border(slug: str, locale: str, outcomes: Mapping[tuple[str, str], list[Outcome]]) -> None:
    borders = [(other, chance) for name, other, chance in BORDERS if name == slug]
    found = outcomes[slug, locale]
    assert [(other, outcome.chance) for (other, _), outcome in zip(borders, found, strict=True)] == borders
    assert [outcome.said for outcome in found] == [SITE.string(f"chance.{chance}", locale) for _, chance in borders]


@pytest.mark.parametrize("slug", FITS)
def test_an_answer_rests_on_some_of_the_facts_and_on_the_same_in_both_languages(
    slug: str, outcomes: Mapping[tuple[str, str], list[Outcome]]
) -> None:
    dutch, english = ([outcome.facts for outcome in outcomes[slug, locale]] for locale in SITE.languages)
    assert dutch == english
    every = {fact.slug for fact in SITE.all(Eligibility)[slug].facts}
    assert [facts for facts in dutch if not facts or not set(facts) < every] == []


@pytest.mark.parametrize(("day", "shares"), [("2026-12-31", ["rate-2024", "rate-2027"]), ("2027-01-01", ["rate-2027"])])
def test_the_share_that_is_tax_free_changes_on_1_january_2027(day: str, shares: list[str], tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address)
    tab.evaluate(ANSWER, EXPAT | {"first-day": day})
    assert [slug for slug in _facts(tab) if slug.startswith("rate-")] == shares


def test_the_facts_of_an_answer_have_their_dates_and_sources(tab: Tab) -> None:
    tab.goto(_page("permit-routes", "en").address)
    _fill(tab, PERMIT)
    fact = tab.locator("#fact-from-30-2026")
    expect(fact).to_contain_text("Until 31 December 2026")
    expect(fact).to_contain_text("€5,942")
    (said,) = [fact for fact in SITE.all(Eligibility)["permit-routes"].facts if fact.slug == "from-30-2026"]
    expect(fact).to_contain_text(f"checked on {written(SITE.all(Source)[said.source].checked, SITE.territory('en'))}")
    expect(fact.locator("a[href^=https]")).to_be_visible()


@pytest.mark.parametrize("locale", SITE.languages)
def test_who_decides_is_said_beside_the_answer(locale: str, tab: Tab) -> None:
    tab.goto(_page("expat-ruling", locale).address)
    _fill(tab, EXPAT)
    expect(tab.locator(".verdict__answer")).to_contain_text("Belastingdienst")
    expect(tab.get_by_text(SITE.string("eligibility.decides", locale))).to_be_visible()


def test_an_answer_that_settles_it_asks_for_no_more(tab: Tab) -> None:
    tab.goto(_page("permit-routes", "en").address)
    assert _chance(tab) == ""
    _fill(tab, {"eu": "yes"})
    assert _chance(tab) == "good"
    assert _facts(tab) == ["eu"]
    asked = tab.locator(".check__questions > li:visible")
    expect(asked).to_have_count(1)
    _fill(tab, {"eu": "no"})
    expect(asked).to_have_count(len(SITE.all(Eligibility)["permit-routes"].questions))


def test_until_there_is_an_answer_the_next_question_is_named(tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address)
    expect(tab.locator(".verdict__answer")).to_have_text(SITE.string("eligibility.start", "en"))
    _fill(tab, {"recruited": "yes"})
    expect(tab.locator(".verdict__answer")).to_contain_text("What is your first working day?")
    _fill(tab, {"first-day": "2027-01-01", "distance": "151", "months": "17"})
    expect(tab.locator(".verdict__answer")).to_contain_text("Will you do scientific research")
    assert _chance(tab) == ""


@pytest.mark.parametrize(
    ("months", "told"),
    [("16.5", "Use a whole number"), ("-1", "Give a number from 0 to 24"), ("25", "Give a number from 0 to 24")],
)
def test_a_number_that_cannot_be_is_no_answer(months: str, told: str, tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address)
    _fill(tab, EXPAT | {"months": months})
    assert _chance(tab) == ""
    expect(tab.locator(".verdict__answer")).to_contain_text(told)
    expect(tab.locator(".verdict__answer")).to_contain_text("How many of those 24 months")


def test_a_wrong_number_is_marked_at_its_field_with_what_is_wrong(tab: Tab) -> None:
    tab.goto(SITE.pages["en", "guide/expat-ruling-check"].address)
    field = tab.locator("#question-months")
    field.fill("16.5")
    field.blur()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Use a whole number"))
    expect(tab.locator("#question-months-wrong")).to_be_visible()
    field.fill("17")
    field.blur()
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(tab.locator("#question-months-wrong")).to_be_hidden()


def test_a_number_answers_before_its_field_is_left(tab: Tab) -> None:
    tab.goto(_page("permit-routes", "en").address)
    _fill(tab, {name: value for name, value in PERMIT.items() if name != "salary"})
    tab.locator("[name=salary]").press_sequentially("5942")
    assert _chance(tab) == ""
    expect(tab.locator(".verdict__chance")).to_have_text(SITE.string("chance.good", "en"))


def test_a_new_answer_takes_the_place_of_the_old_one_and_reset_of_all(tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "nl").address)
    _fill(tab, EXPAT)
    _fill(tab, {"distance": "150"})
    assert _chance(tab) == "unlikely"
    tab.locator(".verdict button").click()
    expect(tab.locator(".verdict__answer")).to_have_text(SITE.string("eligibility.start", "nl"))
    assert _chance(tab) == ""
    assert len(_facts(tab)) == len(SITE.all(Eligibility)["expat-ruling"].facts)


def test_who_opens_the_rules_sees_every_fact_that_they_name(tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address)
    _fill(tab, {"recruited": "no"})
    assert _facts(tab) == ["abroad"]
    tab.locator("details.rules summary").click()
    expect(tab.locator("#fact-salary-2027")).to_be_visible()


def test_a_check_can_be_done_with_the_keyboard_alone(tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address)
    tab.locator("[name=recruited]").first.focus()
    keys = tab.keyboard
    keys.press("Space")
    keys.press("Tab")
    keys.type("01012027")
    while tab.evaluate("document.activeElement.name") != "distance":
        keys.press("Tab")
    for number in ("151", "17"):
        keys.type(number)
        keys.press("Tab")
    keys.press("ArrowDown")  # the second of yes and no
    keys.press("Tab")
    keys.type("50436")
    keys.press("Enter")
    assert tab.url.endswith(_page("expat-ruling", "en").address)
    assert _chance(tab) == "possible"


@pytest.mark.parametrize("slug", SITE.all(Eligibility))
def test_every_field_has_the_name_of_its_question(slug: str, tab: Tab) -> None:
    page = _page(slug, "en")
    tab.goto(page.address)
    for question in _check(page).questions:
        name = question.text["en"]
        if question.kind in ("yes-no", "choice"):
            group = tab.get_by_role("group", name=name, exact=True)
            expect(group.get_by_role("radio")).to_have_count(len(question.options) or 2)
        else:
            expect(tab.get_by_label(name, exact=True)).to_be_visible()


def test_what_is_answered_is_not_sent_and_not_kept(tab: Tab) -> None:
    tab.goto(_page("expat-ruling", "en").address, wait_until="networkidle")
    look = "[location.href, document.cookie, localStorage.length, sessionStorage.length]"
    before = tab.evaluate(look)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    _fill(tab, EXPAT)
    assert _chance(tab) == "possible"
    assert asked == []
    assert tab.evaluate(look) == before
    assert tab.evaluate("violations") == []


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("slug", SITE.all(Eligibility))
def test_without_javascript_one_can_decide_by_reading(slug: str, locale: str, plain_tab: Tab) -> None:
    page = _page(slug, locale)
    check = _check(page)
    plain_tab.goto(page.address)
    expect(plain_tab.locator("main :is(input, button[type=reset]):visible")).to_have_count(0)
    for question in check.questions:
        expect(plain_tab.locator("form.check").get_by_text(question.text[locale], exact=True)).to_be_visible()
    answers = plain_tab.locator(".rule__answer:visible")
    assert answers.all_inner_texts() == [rule.answer[locale] for rule in check.rules]
    assert len(_facts(plain_tab)) == len(check.facts)


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("slug", SITE.all(Eligibility))
def test_its_step_and_the_guide_lead_to_a_check(slug: str, locale: str, tab: Tab) -> None:
    page = _page(slug, locale)
    step = _check(page).step
    for key in ([SITE.all(Step)[step].key] if step else []) + ["guide/index"]:
        tab.goto(SITE.pages[locale, key].address)
        expect(tab.locator("main").get_by_role("link", name=page.title, exact=True)).to_be_visible()

"""Browser: the planner of the guide shows everyone their own steps and dates, and keeps what they choose to itself."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from portal.schema.step import Phase, Step
from portal.schema.term import Term
from portal.words.formats import day as written
from tests.browser.accessibility import violations
from tests.browser.planning import LIST, Planner, filled, wait_for_the_worker
from tests.browser.visits import WIDER_THAN_THE_WINDOW
from tests.personas import EVERYONE, FROM_OUTSIDE_THE_EU, LEAVER, MIGRANT, PERSONAS, RESEARCHER, STUDENT, Persona
from tests.real_site import SITE

Open = Callable[..., Planner]
each_locale = pytest.mark.parametrize("locale", SITE.languages)


@pytest.fixture
def planner(tab: Tab) -> Iterator[Open]:
    """Open the planner in a language; what it keeps is gone after the test."""
    yield lambda locale="en": Planner(tab, locale)
    tab.evaluate("localStorage.clear()")
    tab.emulate_media(media="screen")


@each_locale
@pytest.mark.parametrize("persona", PERSONAS, ids=str)
def test_everyone_sees_their_own_steps_and_dates(persona: Persona, locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(persona)
    assert page.shown() == persona.steps
    dates = [date.fromisoformat(day) for slug in SITE.all(Step) if (day := persona.steps.get(slug))]
    assert page.tab.locator("[data-step] time:visible").all_inner_texts() == [
        written(day, SITE.territory(locale)) for day in dates
    ]
    expect(page.status).to_have_text(page.progress(0, len(persona.steps)))


@pytest.mark.parametrize(
    "damaged",
    ["{", "5", '{"done": 5, "with": {}}', '{"origin": [1], "done": [{}, null], "with": "x"}'],
)
def test_what_was_kept_and_is_damaged_does_not_stop_the_planner(damaged: str, planner: Open) -> None:
    page = planner()
    page.tab.evaluate("text => localStorage.setItem('planner', text)", damaged)
    page.tab.reload()
    page.fill(MIGRANT)
    assert page.shown() == MIGRANT.steps


def test_of_what_was_kept_and_is_damaged_stays_what_can_be_read(planner: Open) -> None:
    page = planner()
    page.tab.evaluate('localStorage.setItem(\'planner\', \'{"role": "student", "done": 5}\')')
    page.tab.reload()
    expect(page.tab.locator("[name=role]")).to_have_value("student")


@each_locale
def test_who_has_chosen_nothing_sees_every_step_without_a_date(locale: str, planner: Open) -> None:
    assert planner(locale).shown() == dict.fromkeys(SITE.all(Step))


def test_only_a_phase_with_steps_has_a_heading(planner: Open) -> None:
    page = planner()
    page.fill(LEAVER)
    expect(page.tab.locator("[data-phase]:visible h2")).to_have_text(["When you leave"])


def test_the_partner_of_a_newcomer_is_a_newcomer_with_a_partner(planner: Open) -> None:
    page = planner()
    page.form.locator("[name=role]").select_option("partner")
    assert set(page.shown()) - set(EVERYONE) == {*FROM_OUTSIDE_THE_EU, "health-insurance", "partner-job"}


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


DATES = """async ([days, months, spans]) => {
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  const path = files.find((name) => name.includes("/dates."));
  const { day, iso, plusDays, plusMonths } = await import(path);
  return days.map((text) => [
    ...months.map((count) => iso(plusMonths(day(text), count))),
    ...spans.map((count) => iso(plusDays(day(text), count))),
  ]);
}"""


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_every_day_of_three_years_has_the_right_deadlines_in_any_zone(zone: str, browser: Browser, served: str) -> None:
    days = [date(2027, 1, 1) + timedelta(days=i) for i in range(3 * 365)]
    months, spans = [-3, -1, 0, 1, 4, 12, 16], [-90, 0, 5, 185]
    context = browser.new_context(base_url=served, timezone_id=zone, service_workers="block")
    page = Planner(context.new_page())
    found = page.tab.evaluate(DATES, [[day.isoformat() for day in days], months, spans])
    page.fill(RESEARCHER)
    shown = page.shown()
    context.close()
    assert found == [
        [_months_later(day, count).isoformat() for count in months]
        + [(day + timedelta(days=count)).isoformat() for count in spans]
        for day in days
    ]
    assert shown == RESEARCHER.steps


@pytest.mark.parametrize("text", ["2027-02-29", "2027-2-1", "20270101", "", "tomorrow"])
def test_what_is_no_day_has_no_deadlines(text: str, planner: Open) -> None:
    page = planner()
    page.tab.goto(f"{page.address}#plan=1&arrival={text}")
    expect(page.form.locator("[name=arrival]")).to_have_value("")
    assert page.shown() == dict.fromkeys(SITE.all(Step))


def test_choices_and_ticks_survive_a_reload(planner: Open) -> None:
    page = planner()
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    page.tab.reload()
    assert page.choices() == filled(MIGRANT)
    assert page.shown() == MIGRANT.steps
    expect(page.box("find-a-home")).to_be_checked()
    expect(page.tab.locator("[data-step] input:checked")).to_have_count(1)
    expect(page.status).to_have_text(page.progress(1, len(MIGRANT.steps)))


def test_choices_and_ticks_are_there_in_the_other_language_too(planner: Open) -> None:
    english = planner("en")
    english.fill(STUDENT)
    english.box("digid").check()
    dutch = planner("nl")
    assert dutch.choices() == filled(STUDENT)
    assert dutch.shown() == STUDENT.steps
    expect(dutch.status).to_have_text(dutch.progress(1, len(STUDENT.steps)))


def test_a_step_that_is_not_yours_any_more_keeps_its_tick(planner: Open) -> None:
    page = planner()
    page.fill(MIGRANT)
    page.box("driving-licence").check()
    driver = page.form.locator("[name=with][value=driver]")
    theirs = [slug for slug in MIGRANT.steps if SITE.all(Step)[slug].who.with_ != ("driver",)]
    driver.uncheck()
    expect(page.status).to_have_text(page.progress(0, len(theirs)))
    driver.check()
    expect(page.status).to_have_text(page.progress(1, len(MIGRANT.steps)))


@each_locale
def test_the_status_says_the_progress_after_each_choice_and_tick(locale: str, planner: Open) -> None:
    page = planner(locale)
    expect(page.status).to_have_text(page.progress(0, len(SITE.all(Step))))
    expect(page.status).to_have_attribute("role", "status")
    page.form.locator("[name=role]").select_option("employer")
    expect(page.status).to_have_text(page.progress(0, 2))
    page.box("expat-ruling").check()
    expect(page.status).to_have_text(page.progress(1, 2))
    assert page.tab.evaluate(
        "[...document.querySelectorAll('.planner progress')].map((bar) => [bar.value, bar.max])"
    ) == [[1, 2]]
    page.box("expat-ruling").uncheck()
    expect(page.status).to_have_text(page.progress(0, 2))


@pytest.fixture
def copied(tab: Tab) -> Iterator[Callable[[], str]]:
    """What was copied last."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield lambda: tab.evaluate("navigator.clipboard.readText()")
    tab.context.clear_permissions()


def test_a_link_carries_the_choices_in_its_fragment_alone(
    planner: Open, copied: Callable[[], str], served: str
) -> None:
    page = planner()
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    page.press("share")
    expect(page.status).to_have_text(f"{page.string('shared')} {page.string('carries')}")
    link = urlsplit(copied())
    assert (f"{link.scheme}://{link.netloc}", link.path, link.query) == (served, page.address, "")
    assert parse_qs(link.fragment) == {
        "plan": ["1"],
        "origin": ["non-eu"],
        "role": ["employee"],
        "with": ["partner", "children", "driver"],
        "arrival": ["2027-12-31"],
    }
    assert page.tab.url == copied()


def test_who_opens_a_link_sees_the_same_plan_and_keeps_their_own_ticks(planner: Open) -> None:
    page = planner()
    page.box("digid").check()
    dates = f"arrival={STUDENT.arrival}&departure={STUDENT.departure}"
    page.tab.goto(f"{page.address}#plan=1&origin=non-eu&role=student&{dates}")
    assert page.choices() == filled(STUDENT)
    assert page.shown() == STUDENT.steps
    expect(page.tab.locator("[data-step] input:checked")).to_have_count(1)


def test_two_tabs_keep_what_was_done_in_each(planner: Open) -> None:
    page = planner()
    page.fill(MIGRANT)
    other = Planner(page.tab.context.new_page())
    page.box("find-a-home").check()
    expect(other.box("find-a-home")).to_be_checked()
    other.box("digid").check()
    expect(page.box("digid")).to_be_checked()
    other.form.locator("[name=role]").select_option("student")
    expect(page.form.locator("[name=role]")).to_have_value("student")
    other.tab.close()
    page.tab.reload()
    expect(page.box("find-a-home")).to_be_checked()
    expect(page.box("digid")).to_be_checked()


OTHERS = "#plan=1&role=employer"


@each_locale
def test_a_link_from_somebody_else_is_a_look_that_leaves_your_own_plan_alone(locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(MIGRANT)
    page.box("digid").check()
    own = page.tab.evaluate("localStorage.getItem('planner')")
    page.tab.goto("about:blank")
    page.tab.goto(page.address + OTHERS)
    expect(page.form.get_by_text(page.string("look"))).to_be_visible()
    page.box("expat-ruling").check()
    page.form.locator("[name=origin]").select_option("eu")
    assert page.tab.evaluate("localStorage.getItem('planner')") == own
    page.press("back")
    expect(page.status).to_have_text(page.string("returned"))
    assert page.choices() == filled(MIGRANT)
    expect(page.tab.locator("[data-step] input:checked")).to_have_count(1)
    expect(page.form.get_by_text(page.string("look"))).to_be_hidden()
    assert "#" not in page.tab.url


@each_locale
def test_a_plan_from_a_link_is_yours_once_you_take_it_over(locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(MIGRANT)
    page.tab.goto("about:blank")
    page.tab.goto(page.address + OTHERS)
    page.press("take")
    expect(page.status).to_have_text(page.string("taken"))
    assert page.tab.evaluate("document.activeElement.name") == "origin"
    page.tab.goto("about:blank")
    page.tab.goto(page.address)
    assert page.choices() == ("", "employer", [], "", "")


def test_a_link_carries_the_ticks_where_you_wish(planner: Open, copied: Callable[[], str]) -> None:
    page = planner()
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    page.box("digid").check()
    page.form.locator("[name=ticks]").check()
    page.press("share")
    expect(page.status).to_have_text(f"{page.string('shared')} {page.string('carries-ticks')}")
    link = copied()
    assert parse_qs(urlsplit(link).fragment)["done"] == ["find-a-home", "digid"]
    page.press("clear")
    page.tab.goto("about:blank")
    page.tab.goto(link)
    expect(page.tab.locator("[data-step] input:checked")).to_have_count(2)


def test_the_bridge_fills_with_what_is_done(planner: Open) -> None:
    page = planner()
    page.fill(LEAVER)
    expect(page.tab.locator(".bridge li:visible")).to_have_count(1)
    arch = page.tab.locator(".bridge li:visible a")
    steps = len(LEAVER.steps)
    expect(arch).to_contain_text(page.string("part", done=0, count=steps))
    assert arch.evaluate("arch => arch.style.getPropertyValue('--done')") == "0%"
    for step in LEAVER.steps:
        page.box(step).check()
    expect(arch).to_contain_text(page.string("part", done=steps, count=steps))
    assert arch.evaluate("arch => arch.style.getPropertyValue('--done')") == "100%"


@each_locale
@pytest.mark.parametrize("width", [320, 1280])
def test_a_line_stays_in_view_that_says_what_is_left_and_what_comes_first(
    width: int, locale: str, planner: Open
) -> None:
    page = planner(locale)
    page.tab.set_viewport_size({"width": width, "height": 700})
    line = page.tab.locator(".plan__next")
    page.form.locator("[name=origin]").focus()
    page.fill(LEAVER)
    left, (first, day) = len(LEAVER.steps), min(LEAVER.steps.items(), key=lambda item: item[1] or "9")
    expect(line).to_be_in_viewport(ratio=1)
    expect(line.locator("b")).to_have_text(page.string("left", count=left))
    expect(line.locator("a")).to_have_text(SITE.all(Step)[first].title[locale])
    expect(line.locator("time")).to_have_attribute("datetime", day or "")
    page.box("deregister").focus()
    expect(line).to_be_in_viewport(ratio=1)
    for step in LEAVER.steps:
        page.box(step).check()
    expect(line.locator("b")).to_have_text(page.string("finished"))
    expect(line.locator("a")).to_be_hidden()


@each_locale
def test_a_step_with_a_date_has_a_calendar_file_of_its_own(locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(RESEARCHER)
    dated = [step for step, day in RESEARCHER.steps.items() if day]
    expect(page.tab.locator(".step-row__ics:visible")).to_have_count(len(dated))
    title = SITE.all(Step)[dated[0]].title[locale]
    button = page.tab.get_by_role("button", name=f"{page.string('one')}: {title}", exact=True)
    with page.tab.expect_download() as download:
        button.click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert (RESEARCHER.steps[dated[0]] or "").replace("-", "") in text
    expect(page.status).to_have_text(page.string("saved", file=f"{dated[0]}.ics"))


def test_the_calendar_file_says_that_it_was_made(planner: Open) -> None:
    page = planner()
    page.fill(RESEARCHER)
    with page.tab.expect_download():
        page.press("calendar")
    expect(page.status).to_have_text(page.string("saved", file=page.string("file")))


def test_the_focus_stands_clear_of_the_line_that_stays_in_view(planner: Open) -> None:
    page = planner()
    page.tab.set_viewport_size({"width": 320, "height": 600})
    page.fill(MIGRANT)
    line = page.tab.locator(".plan__next")
    page.form.locator("[name=clear]").focus()
    for _ in range(40):
        page.tab.keyboard.press("Tab")
        if page.tab.evaluate("document.activeElement.closest('.plan__next, footer, .plan ~ *')"):
            break
        bottom = page.tab.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert bottom <= line.evaluate("line => line.getBoundingClientRect().top")


def test_a_choice_after_sharing_is_not_undone_by_a_reload(planner: Open) -> None:
    page = planner()
    page.fill(RESEARCHER)
    page.press("share")
    page.form.locator("[name=arrival]").fill("2028-01-01")
    page.tab.reload()
    expect(page.form.locator("[name=arrival]")).to_have_value("2028-01-01")


@pytest.mark.parametrize(
    "fragment", ["plan=1&origin=mars&role=wizard&with=dragon&arrival=soon", "plan=1&__proto__=x", "week1"]
)
def test_a_link_with_what_does_not_exist_shows_everything(fragment: str, planner: Open) -> None:
    page = planner()
    page.tab.goto("about:blank")
    page.tab.goto(f"{page.address}#{fragment}")
    assert page.choices() == ("", "", [], "", "")
    expect(page.form.locator("[name=origin] option:checked")).to_have_text(page.string("any"))
    assert page.shown() == dict.fromkeys(SITE.all(Step))


def test_without_a_clipboard_the_link_is_in_the_address_bar(planner: Open) -> None:
    page = planner()
    page.tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.fill(LEAVER)
    page.press("share")
    expect(page.status).to_have_text(f"{page.string('in-address-bar')} {page.string('carries')}")
    assert page.tab.url.endswith("#plan=1&departure=2028-02-29")


@each_locale
def test_clear_empties_the_form_the_list_and_the_storage(locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    page.press("share")
    assert page.tab.evaluate("Object.keys(localStorage)") == ["planner"]
    page.press("clear")
    expect(page.status).to_have_text(page.string("cleared"))
    assert page.tab.evaluate("[localStorage.length, sessionStorage.length, location.search + location.hash]") == [
        0,
        0,
        "",
    ]
    assert page.choices() == ("", "", [], "", "")
    assert page.shown() == dict.fromkeys(SITE.all(Step))
    expect(page.tab.locator("[data-step] input:checked")).to_have_count(0)
    page.tab.reload()
    assert page.choices() == ("", "", [], "", "")


def test_a_browser_that_keeps_nothing_still_shows_your_steps(planner: Open) -> None:
    page = planner()
    page.tab.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.fill(RESEARCHER)
    page.box("digid").check()
    assert page.shown() == RESEARCHER.steps
    expect(page.status).to_have_text(page.progress(1, len(RESEARCHER.steps)))


@each_locale
def test_without_javascript_the_whole_list_stands_there_by_phase(locale: str, plain_tab: Tab) -> None:
    page = Planner(plain_tab, locale)
    expect(page.form).to_be_hidden()
    for phase in SITE.all(Phase).values():
        section = plain_tab.locator(f"section:has(> #{phase.slug})")
        expect(section.locator("h2")).to_have_text(phase.name[locale])
        titles = [step.title[locale] for step in SITE.all(Step).values() if step.phase == phase.slug]
        assert section.locator("h3:visible").all_inner_texts() == titles
    expect(plain_tab.locator("[data-step] :is(input, time):visible")).to_have_count(0)
    assert plain_tab.locator(".step-row__deadline:visible").count() == sum(
        step.deadline is not None for step in SITE.all(Step).values()
    )


def test_the_question_about_leaving_is_open_for_who_answered_it(planner: Open) -> None:
    page = planner()
    expect(page.form.locator("[name=departure]")).to_be_hidden()
    page.form.locator("summary").click()
    page.form.locator("[name=departure]").fill("2028-02-29")
    page.tab.reload()
    expect(page.form.locator("[name=departure]")).to_be_visible()


def test_nothing_is_asked_of_a_host_and_no_cookie_is_set(planner: Open, copied: Callable[[], str]) -> None:
    page = planner()
    # First the worker fetches the guide, once, from the same host.
    wait_for_the_worker(page.tab)
    page.tab.wait_for_load_state("networkidle")
    asked: list[str] = []
    context = page.tab.context
    context.on("request", lambda request: asked.append(request.url))
    page.tab.evaluate("() => { window.print = () => {}; }")
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    for name in ("share", "print", "clear"):
        page.press(name)
    page.fill(RESEARCHER)
    with page.tab.expect_download():
        page.press("calendar")
    # The browser looks at the icon again when the address bar changes.
    assert [url for url in asked if not url.startswith("blob:") and not url.endswith("/favicon.svg")] == []
    assert context.cookies() == []
    assert page.tab.evaluate("[document.cookie, sessionStorage.length, Object.keys(localStorage).join()]") == [
        "", 0, "planner"
    ]  # fmt: skip
    assert page.tab.evaluate("violations") == []


def _tab_to(tab: Tab, selector: str) -> None:
    for _ in range(150):
        tab.keyboard.press("Tab")
        if tab.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The focus never comes to {selector}")


def test_the_planner_can_be_used_with_the_keyboard_alone(planner: Open, copied: Callable[[], str]) -> None:
    page = planner()
    keys = page.tab.keyboard
    _tab_to(page.tab, "[name=origin]")
    keys.type("From outside")
    _tab_to(page.tab, "[name=role]")
    keys.type("Employee")
    for one in MIGRANT.with_:
        _tab_to(page.tab, f"[name=with][value={one}]")
        keys.press("Space")
    _tab_to(page.tab, "[name=arrival]")
    keys.type("12312027")
    assert page.choices() == filled(MIGRANT)
    assert page.shown() == MIGRANT.steps
    _tab_to(page.tab, "button[name=share]")
    keys.press("Enter")
    expect(page.status).to_have_text(f"{page.string('shared')} {page.string('carries')}")
    _tab_to(page.tab, "[data-step=check-permit] input")
    keys.press("Space")
    expect(page.status).to_have_text(page.progress(1, len(MIGRANT.steps)))
    _tab_to(page.tab, "[data-step=check-permit] a")
    keys.press("Enter")
    page.tab.wait_for_url(f"**{SITE.pages['en', 'guide/check-permit'].address}")


def test_the_focus_is_seen_on_every_part_of_a_day_and_on_its_button(planner: Open) -> None:
    page = planner()
    page.form.locator("[name=arrival]").focus()
    outlines = []
    while page.tab.evaluate("document.activeElement.name") == "arrival":
        outlines.append(page.tab.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        page.tab.keyboard.press("Tab")
    assert outlines == ["solid"] * 4


@each_locale
def test_every_control_has_a_name(locale: str, planner: Open) -> None:
    page = planner(locale)
    for key in ("origin", "role"):
        expect(page.form.get_by_role("combobox", name=page.string(key), exact=True)).to_have_count(1)
    for key in ("calendar", "print", "share", "clear"):
        expect(page.form.get_by_role("button", name=page.string(key), exact=True)).to_have_count(1)
    for key in ("arrival", "departure"):
        expect(page.form.get_by_label(page.string(key), exact=True)).to_have_attribute("type", "date")
    for step in SITE.all(Step).values():
        name = page.string("done", title=step.title[locale])
        expect(page.tab.get_by_role("checkbox", name=name, exact=True)).to_have_count(1)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_in_a_planner_that_is_used_and_it_fits(width: int, planner: Open) -> None:
    # What it finds before that is tested with all other pages.
    page = planner("nl")
    page.tab.set_viewport_size({"width": width, "height": 900})
    page.fill(MIGRANT)
    page.box("find-a-home").check()
    parts = ("form.planner", "[data-steps]")
    assert violations(page.tab, *parts) == []
    assert page.tab.evaluate(WIDER_THAN_THE_WINDOW) == []


@pytest.fixture
def step(tab: Tab) -> Tab:
    """A step whose text has terms."""
    tab.goto(SITE.pages["en", "guide/register-and-bsn"].address)
    return tab


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_in_an_explanation_and_it_fits(width: int, step: Tab) -> None:
    step.set_viewport_size({"width": width, "height": 900})
    step.locator("button.term").first.click()
    note = step.locator(".term__note:popover-open")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert violations(step, ".prose") == []
    assert step.evaluate(WIDER_THAN_THE_WINDOW) == []


def test_an_explanation_opens_and_closes_with_the_keyboard(step: Tab) -> None:
    term = step.locator("button.term").first
    note = step.locator(".term__note").first
    expect(note).to_be_hidden()
    term.focus()
    step.keyboard.press("Enter")
    expect(note).to_be_visible()
    step.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    step.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()


def test_an_explanation_leads_to_the_term_in_the_glossary(step: Tab) -> None:
    step.locator("button.term").first.click()
    step.locator(".term__note:popover-open").get_by_role("link").click()
    slug = urlsplit(step.url).fragment
    assert urlsplit(step.url).path == SITE.pages["en", "glossary"].address
    expect(step.locator(f"#{slug}")).to_be_in_viewport()
    expect(step.locator(f"#{slug} dt")).to_contain_text(SITE.all(Term)[slug].name["en"])


def test_an_explanation_opens_without_javascript(plain_tab: Tab) -> None:
    plain_tab.goto(SITE.pages["en", "guide/register-and-bsn"].address)
    plain_tab.locator("button.term").first.click()
    expect(plain_tab.locator(".term__note").first).to_be_visible()
    plain_tab.locator("h1").click()
    expect(plain_tab.locator(".term__note").first).to_be_hidden()


@each_locale
def test_print_shows_your_list_and_none_of_the_controls(locale: str, planner: Open) -> None:
    page = planner(locale)
    page.fill(MIGRANT)
    page.tab.emulate_media(media="print")
    expect(page.form).to_be_hidden()
    expect(page.tab.locator(".bridge")).to_be_hidden()
    assert page.tab.evaluate(LIST) == MIGRANT.steps
    expect(page.tab.locator("[data-step] time:visible")).to_have_count(4)


def test_the_print_button_prints(planner: Open) -> None:
    page = planner()
    page.tab.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    assert page.tab.title() != "printed"
    page.press("print")
    expect(page.tab).to_have_title("printed")

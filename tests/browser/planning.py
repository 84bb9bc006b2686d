"""How a newcomer uses the planner of the guide, and what it shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from tests.real_site import SITE

LIST = """() => Object.fromEntries([...document.querySelectorAll("[data-step]")]
  .filter((row) => row.checkVisibility())
  .map((row) => [row.dataset.step, row.querySelector("time:not([hidden])")?.dateTime ?? null]))"""

CHOICES = """({ elements: { origin, role, with: boxes, arrival, departure } }) => {
  const company = [...boxes].filter((box) => box.checked).map((box) => box.value);
  return [origin.value, role.value, company, arrival.value, departure.value];
}"""

FILL = """([form, answers]) => {
  for (const name of ["origin", "role", "arrival", "departure"]) form.elements[name].value = answers[name];
  for (const box of form.querySelectorAll("[name=with]")) box.checked = answers.with.includes(box.value);
  form.elements.role.dispatchEvent(new Event("change", { bubbles: true }));
}"""
"""All choices at once: one by one they would take minutes. By hand they are made in the test with the keyboard."""

WORKER = """async () => {
  for (let i = 0; i < 200 && !navigator.serviceWorker.controller; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return navigator.serviceWorker.controller !== null;
}"""

EVERYONE: Mapping[str, str | None] = dict.fromkeys(
    (
        *("legalise-documents", "find-a-home", "book-the-appointment"),
        *("register-and-bsn", "know-emergency-numbers"),
        *("health-insurance", "find-a-gp", "open-a-bank-account", "digid"),
        *("learn-dutch", "deregister"),
    )
)
"""The steps of whoever moves here, without a date. Who adds a step says here and below for whom it is."""


@dataclass(frozen=True)
class Persona:
    """Somebody who comes or goes: what they fill in, and the steps that are theirs, each with its date."""

    name: str
    steps: Mapping[str, str | None]
    origin: str = ""
    role: str = ""
    with_: tuple[str, ...] = ()
    arrival: str = ""
    departure: str = ""

    def __str__(self) -> str:
        return self.name


RESEARCHER = Persona(
    "an EU researcher alone",
    {**EVERYONE, "expat-ruling": None, "register-and-bsn": "2027-11-05", "health-insurance": "2028-02-29"},
    origin="eu",
    role="researcher",
    arrival="2027-10-31",
)
MIGRANT = Persona(
    "a highly skilled migrant with a family and a driving licence",
    {
        **EVERYONE,
        "check-permit": "2027-09-30",
        "permit-route": None,
        "expat-ruling": None,
        "register-and-bsn": "2028-01-05",
        "collect-permit": None,
        "health-insurance": "2028-04-30",
        "school-and-childcare": None,
        "partner-job": None,
        "driving-licence": "2028-07-03",
    },
    origin="non-eu",
    role="employee",
    with_=("partner", "children", "driver"),
    arrival="2027-12-31",
)
STUDENT = Persona(
    "a student from outside the EU who knows when to leave",
    {
        **EVERYONE,
        "check-permit": "2027-11-29",
        "register-and-bsn": "2028-03-05",
        "collect-permit": None,
        "health-insurance": "2028-06-29",
        "deregister": "2030-02-28",
    },
    origin="non-eu",
    role="student",
    arrival="2028-02-29",
    departure="2030-02-28",
)
EMPLOYER = Persona("an employer", {"recognised-sponsor": None, "expat-ruling": None}, origin="non-eu", role="employer")
LEAVER = Persona("somebody leaving", {"deregister": "2028-02-29"}, departure="2028-02-29")
PERSONAS = (RESEARCHER, MIGRANT, STUDENT, EMPLOYER, LEAVER)


class Planner:
    """The planner on the page of the guide, in a language."""

    def __init__(self, tab: Tab, locale: str = "en") -> None:
        self.tab = tab
        self.locale = locale
        self.form = tab.locator("form.planner")
        self.address = SITE.pages[locale, "guide/index"].address
        tab.goto(self.address)

    def string(self, key: str, **words: object) -> str:
        """A text of the planner."""
        return SITE.string(f"planner.{key}", self.locale, **words)

    def fill(self, persona: Persona) -> None:
        """Fill in what somebody would."""
        names = ("origin", "role", "with", "arrival", "departure")
        answers = dict(zip(names, filled(persona), strict=True))
        self.tab.evaluate(FILL, [self.form.element_handle(), answers])

    def choices(self) -> tuple[Any, ...]:
        """What is filled in, in the order of a persona's fields."""
        return tuple(self.form.evaluate(CHOICES))

    def shown(self) -> Mapping[str, str | None]:
        """The steps that can be seen, each with its date."""
        found: Mapping[str, str | None] = self.tab.evaluate(LIST)
        return found

    def box(self, step: str) -> Locator:
        """The box to tick of a step."""
        return self.tab.locator(f"[data-step={step}] input[type=checkbox]")

    def press(self, name: str) -> None:
        """Press one of the buttons."""
        self.form.locator(f"button[name={name}]").click()

    @property
    def status(self) -> Locator:
        """What a screen reader hears."""
        return self.form.get_by_role("status")

    def progress(self, done: int, count: int) -> str:
        """What the status should say."""
        return self.string("progress", done=done, count=count)


def wait_for_the_worker(tab: Tab) -> None:
    """Wait until the guide is kept, which takes a moment that a visitor does not notice."""
    assert tab.evaluate(WORKER)


def filled(persona: Persona) -> tuple[Any, ...]:
    """What `Planner.choices` gives when a persona was filled in."""
    return (persona.origin, persona.role, list(persona.with_), persona.arrival, persona.departure)

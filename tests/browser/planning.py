"""How a newcomer uses the planner of the guide, and what it shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from tests.personas import Persona
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

"""Site: a number that a newcomer must call can be tapped."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.schema.step import Step
from tests.real_site import SITE, html

CALLS = {slug: [phone.number for phone in step.phones] for slug, step in SITE.all(Step).items() if step.phones}


@pytest.mark.parametrize("locale", SITE.languages)
@pytest.mark.parametrize("step", CALLS)
def test_every_number_of_a_step_can_be_tapped(step: str, locale: str, built: Path) -> None:
    links = html(SITE.pages[locale, f"guide/{step}"], built).css("a[href^='tel:']")
    assert [link.text() for link in links] == CALLS[step]
    for link in links:
        assert (link.attributes["href"] or "")[4:] == "".join(sign for sign in link.text() if sign not in " -")


def test_help_in_an_emergency_is_one_tap_away() -> None:
    assert "112" in CALLS["know-emergency-numbers"]

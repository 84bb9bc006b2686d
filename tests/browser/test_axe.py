"""Browser: axe finds nothing on any page kind, in both languages, on a phone and a desktop, by day and by night."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import Visit

VIOLATIONS_ALONE = {"resultTypes": ["violations"]}
"""Else axe describes every element that is fine, which takes most of its time."""
CONTRAST_ALONE = {**VIOLATIONS_ALONE, "runOnly": ["color-contrast"]}
"""The night changes colours and nothing else."""


def _violations(visit: Visit, options: dict[str, Any]) -> dict[tuple[str, str], str]:
    rules = Axe().run(visit.tab, options=options).response["violations"]
    return {(rule["id"], node["html"]): node["failureSummary"] for rule in rules for node in rule["nodes"]}


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Visit, width: int) -> None:
    visit.tab.set_viewport_size({"width": width, "height": 900})
    visit.tab.emulate_media(color_scheme="light")
    assert _violations(visit, VIOLATIONS_ALONE) == {}
    visit.tab.emulate_media(color_scheme="dark")
    assert _violations(visit, CONTRAST_ALONE) == {}

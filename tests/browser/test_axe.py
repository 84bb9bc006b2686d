"""Browser: axe finds nothing on any page kind, in both languages, on a phone and a desktop, by day and by night."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from portal.site import Page
from tests.browser.visits import address
from tests.real_site import each_kind

VIOLATIONS_ALONE = {"resultTypes": ["violations"]}
"""Else axe describes every element that is fine, which takes most of its time."""
CONTRAST_ALONE = {**VIOLATIONS_ALONE, "runOnly": ["color-contrast"]}
"""The night changes colours and nothing else."""


def _violations(tab: Tab, options: dict[str, Any]) -> dict[tuple[str, str], str]:
    rules = Axe().run(tab, options=options).response["violations"]
    return {(rule["id"], node["html"]): node["failureSummary"] for rule in rules for node in rule["nodes"]}


@pytest.mark.parametrize("width", [390, 1280])
@each_kind
def test_axe_finds_nothing(page: Page, width: int, tab: Tab) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme="light")
    tab.goto(address(page))
    assert _violations(tab, VIOLATIONS_ALONE) == {}
    tab.emulate_media(color_scheme="dark")
    assert _violations(tab, CONTRAST_ALONE) == {}

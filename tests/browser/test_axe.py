"""Browser: axe finds nothing on any page kind, in both languages, on a phone and a desktop, by day and by night.

Each pair of these is met, not each triple: a run of axe takes most of a second.
"""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import Visit

OPTIONS = {"resultTypes": ["violations"]}
"""Else axe describes every element that is fine, which takes most of its time."""
SCHEMES: dict[tuple[str, int], Literal["light", "dark"]] = {
    ("nl", 390): "light",
    ("nl", 1280): "dark",
    ("en", 390): "dark",
    ("en", 1280): "light",
}


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Visit, width: int) -> None:
    visit.tab.set_viewport_size({"width": width, "height": 900})
    visit.tab.emulate_media(color_scheme=SCHEMES[visit.page.locale, width])
    violations = Axe().run(visit.tab, options=OPTIONS).response["violations"]
    assert {(rule["id"], node["html"]): node["failureSummary"] for rule in violations for node in rule["nodes"]} == {}

"""Browser: axe finds nothing in any example of docs/style, in both languages, by day and by night."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from portal.components import Component
from tests.components.test_contracts import ALL, each
from tests.static_host import serving

OPTIONS = {
    "resultTypes": ["violations"],
    # The page shows some navigations twice, in two ways; a real page has one of each.
    "rules": {"landmark-unique": {"enabled": False}},
}
THE_EXAMPLE_AROUND = "target => document.querySelector(target).closest('[id^=example-]').id"

Found = dict[str, dict[tuple[str, str], str]]


@pytest.fixture(scope="module", params=["nl light", "nl dark", "en light", "en dark"])
def found(request: pytest.FixtureRequest, browser: Browser, styled: Path) -> Found:
    """What axe finds on the style page, by example: one run for all of them, since each takes a while."""
    locale, scheme = request.param.split()
    found: Found = defaultdict(dict)
    with serving(styled) as address:
        tab = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
        tab.goto(f"{address}/{'' if locale == 'nl' else 'en/'}style/")
        context: dict[str, Any] = {"include": [[f"#{component.anchor}"] for component in ALL]}
        for rule in Axe().run(tab, context, OPTIONS).response["violations"]:
            for node in rule["nodes"]:
                example = tab.evaluate(THE_EXAMPLE_AROUND, node["target"][0])
                found[example][rule["id"], node["html"]] = node["failureSummary"]
        tab.close()
    return found


@each(ALL)
def test_axe_finds_nothing_in_an_example(component: Component, found: Found) -> None:
    assert found[component.anchor] == {}

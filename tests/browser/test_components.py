"""Browser: axe finds nothing in any example of docs/style, in both languages, by day and by night."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.desk.components import Component
from tests.browser.accessibility import Violation, violations
from tests.components.test_contracts import ALL
from tests.static_host import serving

THE_EXAMPLE_AROUND = "target => document.querySelector(target).closest('[id^=example-]').id"

Found = dict[str, list[Violation]]


@pytest.fixture(scope="module", params=["nl", "en"])
def found(request: pytest.FixtureRequest, browser: Browser, styled: Path) -> Found:
    """What axe finds on the style page, by example: one run for all of them, since each takes a while."""
    found: Found = defaultdict(list)
    with serving(styled) as address:
        tab = browser.new_page(reduced_motion="reduce")
        tab.goto(f"{address}/{'' if request.param == 'nl' else 'en/'}style/")
        anchors = [f"#{component.anchor}" for component in ALL]
        # The page shows some navigations twice, in two ways; a real page has one of each.
        for violation in violations(tab, *anchors, night=request.param == "nl", without="landmark-unique"):
            found[tab.evaluate(THE_EXAMPLE_AROUND, violation.selector)].append(violation)
        tab.close()
    return found


@pytest.mark.parametrize("component", ALL, ids=[component.name for component in ALL])
def test_axe_finds_nothing_in_an_example(component: Component, found: Found) -> None:
    assert found[component.anchor] == []

"""Browser: axe finds nothing in any example of docs/style, in both languages, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from portal.components import Component
from tests.components.test_contracts import ALL, each
from tests.static_host import serving


@pytest.fixture(scope="module", params=["style/ light", "style/ dark", "en/style/ light", "en/style/ dark"])
def style_page(request: pytest.FixtureRequest, browser: Browser, styled: Path) -> Iterator[Page]:
    """The style page, opened once for all components."""
    path, scheme = request.param.split()
    with serving(styled) as address:
        tab = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
        tab.goto(f"{address}/{path}")
        yield tab
        tab.close()


@each(ALL)
def test_axe_finds_nothing_in_an_example(component: Component, style_page: Page) -> None:
    context: dict[str, Any] = {"include": [[f"#{component.anchor}"]]}
    violations = Axe().run(style_page, context).response["violations"]
    found = {(rule["id"], node["html"]): node["failureSummary"] for rule in violations for node in rule["nodes"]}
    assert found == {}

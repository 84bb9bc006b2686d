"""The browser layer: one Chromium, one tab with JavaScript and one without, for all tests; a new tab costs much."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visits import RECORD_VIOLATIONS, Visit
from tests.chromium import find
from tests.real_site import ONE_OF_EACH_KIND

ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
PATIENCE = 10_000
"""Milliseconds until a thing that does not come is a failure."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser. Without one the tests fail; they never pass by skipping."""
    path = find()
    assert path, "No browser: run 'make test', or set CHROMIUM=/path/to/chromium."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(browser: Browser, served: str) -> Iterator[Page]:
    """The one tab."""
    context = browser.new_context(base_url=served, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(RECORD_VIOLATIONS)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(window: Page) -> Page:
    """The one tab, as wide as a phone, by day."""
    window.set_viewport_size({"width": 390, "height": 844})
    window.emulate_media(color_scheme="light")
    return window


@pytest.fixture(scope="session")
def plain_window(browser: Browser, served: str) -> Iterator[Page]:
    """The one tab that runs no scripts."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_tab(plain_window: Page) -> Page:
    """A tab that runs no scripts, as wide as a phone."""
    plain_window.set_viewport_size({"width": 390, "height": 844})
    return plain_window


@pytest.fixture(scope="module", params=ONE_OF_EACH_KIND, ids=lambda page: page.source)
def visit(request: pytest.FixtureRequest, window: Page) -> Iterator[Visit]:
    """A visit to a page of each kind in each language; the tests of a module share it."""
    window.set_viewport_size({"width": 390, "height": 844})
    window.emulate_media(color_scheme="light")
    visit = Visit(request.param, window)
    yield visit
    visit.leave()

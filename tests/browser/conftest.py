"""The browser layer: one real Chromium for all tests, two contexts (with and without JavaScript), a tab for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.chromium import find

ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
RECORD_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
"""


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
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A visitor."""
    context = browser.new_context(base_url=served, reduced_motion="reduce")
    context.add_init_script(RECORD_VIOLATIONS)
    yield context
    context.close()


@pytest.fixture(scope="session")
def context_without_javascript(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A visitor whose browser runs no scripts."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab, as wide as a phone."""
    tab = context.new_page()
    tab.set_viewport_size({"width": 390, "height": 844})
    yield tab
    tab.close()


@pytest.fixture
def plain_tab(context_without_javascript: BrowserContext) -> Iterator[Page]:
    """A tab that runs no scripts, as wide as a phone."""
    tab = context_without_javascript.new_page()
    tab.set_viewport_size({"width": 390, "height": 844})
    yield tab
    tab.close()


@dataclass
class Journal:
    """What a tab asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def journal(tab: Page) -> Journal:
    """The journal of the tab, from its first request on."""
    journal = Journal()

    def note(message: ConsoleMessage) -> None:
        # The one complaint that is no mistake: a browser's own, about the address of the 404 page.
        if message.type in ("error", "warning") and message.location["url"] != tab.url:
            journal.errors.append(message.text)

    tab.on("request", lambda request: journal.requests.append(request.url))
    tab.on("console", note)
    tab.on("pageerror", lambda error: journal.errors.append(str(error)))
    return journal

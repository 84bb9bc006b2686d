"""Browser: who has opened the guide once can read it without a network, and never reads an old copy when there is one.

Each test has a browser of its own and its own copy of the guide, since it changes what the host has.
"""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, expect
from playwright.sync_api import Page as Tab

from portal.model.page import Page
from tests.browser.planning import wait_for_the_worker
from tests.real_site import SITE, file_at
from tests.static_host import serving

KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    kept[name] = requests.map((request) => new URL(request.url).pathname);
  }
  return kept;
}"""
"""What the worker keeps, by the name of its cache."""

ALONE = """async (name) => {
  for (let i = 0; i < 200 && (await caches.keys()).join() !== name; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (await caches.keys()).join();
}"""
"""What is kept, once that is what one release keeps and nothing else, or after ten seconds."""


def _page(key: str, locale: str) -> Page[Any]:
    return SITE.pages[locale, key]


@dataclass
class Guest:
    """A visitor with a browser of their own, on a host of their own."""

    context: BrowserContext
    tab: Tab
    folder: Path
    silence: threading.Event
    """Set while the host takes questions and answers none, as in a train in a tunnel."""

    def open_guide(self, locale: str) -> None:
        """Open the guide and wait until it is kept."""
        self.tab.goto(_page("guide/index", locale).address)
        wait_for_the_worker(self.tab)

    def kept(self) -> dict[str, list[str]]:
        """What is kept."""
        kept: dict[str, list[str]] = self.tab.evaluate(KEPT)
        return kept


def _kept() -> list[Page[Any]]:
    """The guide in every language, the words it explains, and the page that leads to it."""
    guides = tuple(page.address for page in SITE.pages.values() if page.key == "guide/index")
    return [
        page for page in SITE.pages.values() if page.key in ("index", "glossary") or page.address.startswith(guides)
    ]


@pytest.fixture(scope="module")
def guide(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide alone, with what belongs to it."""
    folder = tmp_path_factory.mktemp("guide")
    for page in _kept():
        file = file_at(page.address, folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file_at(page.address, built), file)
    shutil.copy(built / "worker.js", folder)
    (folder / "assets").mkdir()
    for file in built.glob("assets/*.[jcw]*"):
        if file.suffix in (".js", ".css", ".woff2"):
            shutil.copy(file, folder / "assets")
    return folder


@pytest.fixture
def guest(guide: Path, browser: Browser, tmp_path: Path) -> Iterator[Guest]:
    """A visitor who was never here before."""
    folder = Path(shutil.copytree(guide, tmp_path / "site"))
    silence = threading.Event()
    with serving(folder, silence) as address:
        context = browser.new_context(base_url=address)
        yield Guest(context, context.new_page(), folder, silence)
        silence.clear()
        context.close()


@pytest.mark.parametrize("locale", SITE.languages)
def test_after_one_visit_the_guide_can_be_read_without_a_network(locale: str, guest: Guest) -> None:
    guest.open_guide(locale)
    guest.context.set_offline(True)
    step = _page("guide/digid", locale)
    answer = guest.tab.goto(step.address)
    assert answer
    assert answer.from_service_worker
    expect(guest.tab.locator("h1")).to_have_text(step.title)
    assert guest.tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Manrope'))")
    assert guest.tab.evaluate("getComputedStyle(document.querySelector('.bridge ol')).display") == "grid"
    guest.tab.locator(".crumbs a").last.click()
    expect(guest.tab.locator("h1")).to_have_text(_page("guide/index", locale).title)
    expect(guest.tab.locator("form.planner [name=role]")).to_be_visible()


OPENED_FROM = ("guide/digid", "guide/lifeport-welcome-center", "guide/expat-ruling-check", "glossary")


@pytest.mark.parametrize("key", OPENED_FROM)
def test_any_page_of_the_guide_brings_all_of_it(key: str, guest: Guest) -> None:
    guest.tab.goto(_page(key, "en").address)
    wait_for_the_worker(guest.tab)
    guest.context.set_offline(True)
    for page in (_page("guide/index", "nl"), _page("glossary", "nl"), _page("index", "en"), _page("guide/index", "en")):
        guest.tab.goto(page.address)
        expect(guest.tab.locator("h1")).to_have_text(page.title)


def test_every_page_of_the_guide_is_kept_with_what_it_needs_and_nothing_else(guest: Guest) -> None:
    guest.open_guide("en")
    ((name, paths),) = guest.kept().items()
    assert re.fullmatch(r"guide-[0-9a-f]{12}", name)
    pages = {page.address for page in _kept()}
    assert {path for path in paths if path.endswith("/")} == pages
    files = {file.name for path in pages for file in _files(file_at(path, guest.folder))}
    kept = {Path(path).name for path in paths if not path.endswith("/")}
    assert files <= kept
    assert {re.sub(r"\.[0-9a-f]{10}", "", name) for name in kept - files} <= {
        "calendar.js",
        "dates.js",
        "manrope.woff2",
        "plan.js",
    }


def _files(page: Path) -> set[Path]:
    """The scripts and stylesheets that a page asks for."""
    html = page.read_text(encoding="utf-8")
    return set(map(Path, re.findall(r"(?:src|href)=\"?([^\s\">]+\.(?:js|css))(?=[\s\">])", html)))


def _release(folder: Path, locale: str, words: str) -> None:
    """Put a new release of the guide on the host: another title for a step, another version of the worker."""
    page = file_at(_page("guide/digid", locale).address, folder)
    page.write_text(re.sub(r"(<h1[^>]*>)[^<]*", rf"\g<1>{words}", page.read_text(encoding="utf-8")), encoding="utf-8")
    worker = folder / "worker.js"
    text = re.sub(r"guide-[0-9a-f]{12}", "guide-new", worker.read_text(encoding="utf-8"))
    worker.write_text(text, encoding="utf-8")


def test_a_new_release_is_seen_at_once_and_takes_the_place_of_what_is_kept(guest: Guest) -> None:
    guest.open_guide("en")
    _release(guest.folder, "en", "Something new")
    step = _page("guide/digid", "en").address
    guest.tab.goto(step)
    expect(guest.tab.locator("h1")).to_have_text("Something new")
    guest.tab.goto(_page("guide/index", "en").address)
    assert guest.tab.evaluate(ALONE, "guide-new") == "guide-new"
    guest.context.set_offline(True)
    guest.tab.goto(step)
    expect(guest.tab.locator("h1")).to_have_text("Something new")


def test_a_page_that_is_gone_is_not_shown_from_what_is_kept(guest: Guest) -> None:
    guest.open_guide("en")
    step = _page("guide/digid", "en").address
    file_at(step, guest.folder).unlink()
    answer = guest.tab.goto(step)
    assert answer
    assert answer.status == 404


def test_a_network_that_is_silent_for_three_seconds_is_not_waited_for(guest: Guest) -> None:
    guest.open_guide("en")
    step = _page("guide/digid", "en")
    guest.silence.set()
    started = time.monotonic()
    guest.tab.goto(step.address, wait_until="commit")
    assert 2.5 < time.monotonic() - started < 6
    expect(guest.tab.locator("h1")).to_have_text(step.title)
    guest.silence.clear()


def test_the_worker_leaves_the_rest_of_the_site_alone(guest: Guest) -> None:
    guest.open_guide("en")
    guest.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        guest.tab.goto(_page("about", "en").address)


def test_a_visit_to_the_rest_of_the_site_brings_no_worker(guest: Guest) -> None:
    guest.tab.goto(_page("index", "en").address)
    registered: Any = guest.tab.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
    assert registered == 0
    assert guest.kept() == {}

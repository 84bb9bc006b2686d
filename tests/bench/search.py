"""The benchmark of search: `make bench-search`: what a visitor fetches and waits for, and what the index costs.

An index of so many pages in all languages is put in the place of that of the real site. Its pages have words of the
real texts, each as often as there, so common words are common; a page has as many words as one of the real site.
Measured in a browser over HTTP, compressed as hosts do; each row is a visit of its own. No test: a slow machine must
not make the suite red. Each run makes the same pages.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from portal.search.index import FOLDER, Index, index_of, words_of, write
from portal.search.records import Record, records
from tests.chromium import find
from tests.command import portal
from tests.conftest import ROOT
from tests.questions import ask
from tests.real_site import SITE
from tests.static_host import serving

LOCALE = SITE.languages.default
QUESTIONS = (
    ("rijbewijs omwisselen", "huisarts"),
    ("briskr", "chip packaging"),
    ("waar kan ik nederlands leren", "afval"),
)
"""A first question, and the next one."""
FIRST, NEXT, WAIT = 180, 80, 300
"""Kilobytes of the first question and of the next, milliseconds until results stand."""


def main() -> int:
    """Print the table; 0 when nothing is above what is allowed."""
    asked = argparse.ArgumentParser(prog="make bench-search")
    asked.add_argument("pages", nargs="?", type=int, default=10_000, help="pages in all languages together")
    pages = asked.parse_args().pages
    browser = find()
    if not browser:
        sys.exit("The benchmark needs a Chromium.")
    real = records(SITE, LOCALE)
    sizes = {"today": real, f"{pages:,} pages": [*real, *generated(real, pages // len(SITE.languages) - len(real))]}
    print("| site | in the index | seconds | memory, MB | before, KB | first, KB | next, KB | first, ms | next, ms |")
    print("| --- |" + " ---: |" * 8)
    good = True
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        if (result := portal("build", "--out", str(site), cwd=ROOT)).returncode:
            sys.exit(result.stderr)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, found in sizes.items():
            made = index_of(found, LOCALE)
            replace(site, made, found)
            with serving(site) as address:
                visits = [visit(chromium, address, *pair) for pair in QUESTIONS]
            worst = [max(column) for column in zip(*visits, strict=True)]
            waits = [statistics.median(column) for column in zip(*visits, strict=True)][3:]
            memory = f"{made.memory / 2**20:.0f}" if made.memory else "?"
            print(
                f"| {name} | {made.count:,} | {made.seconds:.1f} | {memory} | {worst[0]:.0f} | {worst[1]:.0f} | "
                f"{worst[2]:.0f} | {waits[0]:.0f} | {waits[1]:.0f} |"
            )
            good &= worst[1] <= FIRST and worst[2] <= NEXT and max(waits) <= WAIT
    return 0 if good else 1


def generated(real: list[Record], count: int) -> Iterator[Record]:
    """So many stories of the words of real records."""
    dice = random.Random(1)  # noqa: S311 - the same every time, which is what it is for
    words = [word for record in real for text in record.text for word in text.split()]
    lengths = [sum(len(text.split()) for text in record.text) for record in real]
    for number in range(count):
        title = " ".join(dice.choices(words, k=5)).capitalize()
        text = " ".join(dice.choices(words, k=dice.choice(lengths) + 5))
        yield Record(f"/verhalen/gemaakt-{number}/", title, "story", LOCALE, choices={"year": ("2026",)}, text=(text,))


def replace(site: Path, made: Index, found: list[Record]) -> None:
    """Put an index and its known words in the place of those of a site."""
    shutil.rmtree(site / FOLDER / LOCALE)
    write(made, site)
    (file,) = site.glob(f"assets/words-{LOCALE}.*.txt")
    file.write_bytes(words_of(found))


def visit(browser: Browser, address: str, first: str, second: str) -> tuple[float, float, float, float, float]:
    """Kilobytes before anything is asked, with the first question and with the next; milliseconds of both."""
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    requests: list[Request] = []
    tab.on("requestfinished", lambda request: requests.append(request))

    def fetched() -> float:
        tab.wait_for_load_state("networkidle")
        size = sum(request.sizes()["responseBodySize"] for request in requests) / 1024
        requests.clear()
        return size

    tab.goto(SITE.pages[LOCALE, "search/index"].address)
    before = fetched()
    ask(tab, LOCALE, first)
    one = fetched()
    ask(tab, LOCALE, second)
    two = fetched()
    # Once more, with all that is needed there: what is left is the search itself.
    waits = [tab.evaluate(WAITED, question) for question in (first, second)]
    context.close()
    return before, one, two, *waits


WAITED = """async (question) => {
  const form = document.querySelector("[data-search]");
  const said = document.querySelector("p[data-status]");
  form.elements.q.value = "";
  form.requestSubmit();
  await new Promise((done) => setTimeout(done, 200));
  const began = performance.now();
  const told = new Promise((done) => new MutationObserver(done).observe(said, { childList: true }));
  form.elements.q.value = question;
  form.requestSubmit();
  await told;
  return performance.now() - began;
}"""
"""Milliseconds from the question to its results."""


if __name__ == "__main__":
    sys.exit(main())

"""From a saved file to the page, in a browser: `python -m tests.bench.preview PROJECT` prints milliseconds.

A page is open in Chromium; a file is written, and the clock stops when the page shows what was typed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.build.test_preview import free_port, waits_for
from tests.chromium import find

RUNS = 20


def measure(root: Path, runs: int = RUNS) -> dict[str, list[float]]:
    """Milliseconds from save to page, for the text of a page and a field of an entry that many pages show."""
    story = sorted((root / "content/nl/stories").glob("*.md"))[1]
    partner = sorted((root / "content/data/partners").glob("*.yml"))[0]
    port = free_port()
    command = [str(Path(sys.executable).with_name("portal")), "preview", "--port", str(port)]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, env=dict(os.environ)) as process:
        try:
            assert waits_for(f"{address}/", 'rel="stylesheet"')
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find())
                page = browser.new_page()
                text, field = story.read_text(encoding="utf-8"), partner.read_text(encoding="utf-8")
                slug = next(line.partition(": ")[2] for line in text.splitlines() if line.startswith("slug: "))
                page.goto(f"{address}/verhalen/{slug}/")
                body = _times(page, runs, lambda mark: story.write_text(f"{text}\n{mark}\n", encoding="utf-8"))
                story.write_text(text, encoding="utf-8")
                page.goto(f"{address}/partners/{partner.stem}/")
                marked = field.replace("  nl: ", "  nl: {mark} ", 1)
                entry = _times(page, runs, lambda mark: partner.write_text(marked.replace("{mark}", mark), "utf-8"))
                partner.write_text(field, encoding="utf-8")
                browser.close()
        finally:
            process.terminate()
    return {"body": body, "field": entry}


def _times(page: Page, runs: int, save: Callable[[str], object]) -> list[float]:
    times = []
    for run in range(runs):
        time.sleep(2)  # as an editor who looks at what he wrote; what can wait is done by then
        mark = f"Getypt{run}x{time.monotonic_ns() % 10**6}"
        began = time.perf_counter()
        save(mark)
        page.get_by_text(mark).first.wait_for(state="attached")
        times.append(1000 * (time.perf_counter() - began))
    return times


def main() -> None:
    """Print the median and the slowest of twenty."""
    for name, times in measure(Path(sys.argv[1])).items():
        print(f"{name}: median {statistics.median(times):.0f} ms, slowest but one {sorted(times)[-2]:.0f} ms")


if __name__ == "__main__":
    main()

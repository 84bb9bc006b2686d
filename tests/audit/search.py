"""The questions of tests/search/questions.yml put to the built site, and where the right page stands. `make audit`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import find
from tests.command import portal
from tests.conftest import ROOT
from tests.questions import Answer, ask_all
from tests.static_host import serving

FIRST, THREE = 30, 38
"""How many of the forty must be found first, and among the first three."""


def main() -> int:
    """Print the table; 0 when it is good enough."""
    browser = find()
    if not browser:
        sys.exit("The audit needs a Chromium.")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site")) as address:
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT, SITE_URL=f"{address}/")
        if result.returncode:
            sys.exit(result.stderr)
        with sync_playwright() as playwright:
            tab = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(base_url=address)
            answers = ask_all(tab)
    print(table(answers))
    first = sum(answer.place == 1 for answer in answers)
    three = sum(answer.place in (1, 2, 3) for answer in answers)
    print(f"\nOf {len(answers)} questions {first} have the right page first, {three} among the first three.")
    return 0 if first >= FIRST and three >= THREE else 1


def table(answers: list[Answer]) -> str:
    """A row for each question."""
    lines = ["| language | question | place | should be | found first |", "| --- | --- | ---: | --- | --- |"]
    for answer in answers:
        first = answer.found[0] if answer.found else ""
        lines.append(f"| {answer.locale} | {answer.asked} | {answer.place or '-'} | {answer.wanted} | {first} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""The benchmark: `make bench` (N="100 400"): what a build costs in each stage, and how that grows with the site.

Generated content, cold (nothing kept but the font and the compiled templates) and without social cards, in processor
time: wall time says more about what else the machine does. Of several runs, the median. No test: nothing is right or
wrong here, and a slow machine must not make the suite red.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import generated
from tests.conftest import ROOT

STAGES = ("imports", "read", "convert", "check", "advice", "start", "collect", "markup", "pages", "after")
ROWS = (*STAGES, "processor", "wall", "memory", "files")


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(prog="make bench")
    asked.add_argument("sizes", nargs="*", type=int, default=[100, 400], help="stories in each language")
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--cards", action="store_true", help="with social cards")
    options = asked.parse_args()
    sizes = sorted(options.sizes)
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: generated.project(Path(folder, str(size)), size) for size in sizes}
        for root in roots.values():
            _prepare(root, options.cards)
        # In turn, so that what else the machine does is shared by all sizes.
        measured = [{size: _run(root) for size, root in roots.items()} for _ in range(options.runs)]
    medians = {size: {row: statistics.median(run[size][row] for run in measured) for row in ROWS} for size in sizes}
    print(_table(medians, options.runs))


def _prepare(root: Path, cards: bool) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("social_cards: true", f"social_cards: {str(cards).lower()}"), encoding="utf-8")
    _run(root)  # compiles the templates


def _run(root: Path) -> dict[str, float]:
    """The figures of one cold build, in a process of its own."""
    for kept in (root / ".cache").iterdir():
        if kept.name not in ("font", "templates"):
            for path in kept.rglob("*"):
                path.unlink()
    shutil.rmtree(root / "site", ignore_errors=True)
    command = [sys.executable, "-m", "tests.bench.stages", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _table(medians: dict[int, dict[str, float]], runs: int) -> str:
    sizes = list(medians)
    smallest, largest = sizes[0], sizes[-1]
    more = math.log(generated.pages(largest) / generated.pages(smallest)) if largest > smallest else 0
    lines = [
        f"Median of {runs}, Python {platform.python_version()}, {os.cpu_count()} processors. Seconds; memory in MB.",
        "",
        "| stories a language | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |",
        "| --- |" + " ---: |" * (len(sizes) + 1),
    ]
    for row in ROWS:
        values = [medians[size][row] for size in sizes]
        grows = math.log(values[-1] / values[0]) / more if more and min(values[0], values[-1]) > 0 else None
        shown = [f"{value:,.0f}" if row in ("memory", "files") else f"{value:.2f}" for value in values]
        lines.append(f"| {row} | {' | '.join(shown)} | {'' if grows is None else f'{grows:.2f}'} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()

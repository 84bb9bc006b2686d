"""What the commands of an editor cost on a project: `python -m tests.bench.commands PROJECT` prints seconds.

Processor time of the command and of all that it starts, since wall time tells what else the machine does; and the wall.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


def measure(root: Path) -> dict[str, tuple[float, float]]:
    """Processor time and wall time of each command, in seconds."""
    story = sorted((root / "content/nl/stories").glob("*.md"))[1]
    text = story.read_text(encoding="utf-8")

    def nothing_known() -> None:
        for name in ("whole", "pages", "languages"):
            shutil.rmtree(root / ".cache" / name, ignore_errors=True)

    def as_it_is() -> None:
        story.write_text(text, encoding="utf-8")

    def one_text() -> None:
        story.write_text(f"{text}\nEen zin die er bij komt.\n", encoding="utf-8")

    def one_title() -> None:
        story.write_text(text.replace("title: ", "title: Anders, ", 1), encoding="utf-8")

    with tempfile.TemporaryDirectory() as folder:
        build = ("build", "--out", str(Path(folder, "site")))
        rows: dict[str, tuple[Callable[[], None], tuple[str, ...]]] = {
            "check, nothing known": (nothing_known, ("check",)),
            "check, nothing changed": (as_it_is, ("check",)),
            "build, no page kept": (nothing_known, build),
            "build, nothing changed": (lambda: None, build),
            "build, a text changed": (one_text, build),
            "build, a title changed": (one_title, build),
        }
        found = {}
        for name, (prepare, arguments) in rows.items():
            prepare()
            found[name] = _run(root, arguments)
        as_it_is()
    return found


def _run(root: Path, arguments: tuple[str, ...]) -> tuple[float, float]:
    before, began = os.times(), time.perf_counter()
    command = [str(Path(sys.executable).with_name("portal")), *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return processor, time.perf_counter() - began


def main() -> None:
    """Print a table."""
    print("| command | processor | wall |\n| --- | ---: | ---: |")
    for name, (processor, wall) in measure(Path(sys.argv[1])).items():
        print(f"| {name} | {processor:.2f} | {wall:.2f} |")


if __name__ == "__main__":
    main()

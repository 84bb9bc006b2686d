"""What is done to a victim, and what must hold afterwards: one whole release is online, and the next run cleans up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from portal.publish.releases import Store
from tests.conftest import ROOT
from tests.faults.victim import release
from tests.publish.site import number_online


def run(what: str, folder: Path, number: int, *cut: str) -> subprocess.CompletedProcess[str]:
    """Publish a site in a process of its own, perhaps cut off."""
    command = [sys.executable, "-m", "tests.faults.victim", what, str(folder), str(number), *cut]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def start(what: str, folder: Path, number: int) -> subprocess.Popen[bytes]:
    """The same, to be killed at any moment."""
    command = [sys.executable, "-m", "tests.faults.victim", what, str(folder), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def online(what: str, folder: Path) -> Path:
    """What a visitor sees."""
    return Store(folder, durable=False).link if what == "store" else folder


def left(what: str, folder: Path) -> list[str]:
    """What lies around besides what is online and the releases that are kept."""
    if what != "store":
        return sorted(path.name for path in folder.parent.iterdir() if path != folder)
    around = [path.name for path in folder.iterdir() if path.name not in ("current", "releases")]
    whole = Store(folder, durable=False).ids()
    return sorted(around + [path.name for path in (folder / "releases").iterdir() if path.name not in whole])


def heals(what: str, folder: Path, number: int) -> None:
    """The next run publishes its own release, and leaves nothing that it does not keep."""
    release(what, folder, number)
    assert number_online(online(what, folder)) == number
    assert left(what, folder) == []

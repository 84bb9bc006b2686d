"""Faults at length: `make faults`, part of `make audit`. After each: what is online is one whole release, and the next
run cleans up. Prints a line for each kind of fault, and ends with 1 when one of them did harm.

What would fill or close a disk does so on a small one in memory, mounted for this process alone; that needs
root on Linux, and is said to be left out elsewhere.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.command import portal
from tests.conftest import ROOT, make_project
from tests.faults import cut_off
from tests.faults.victim import MOMENTS, release
from tests.publish.site import number_online

KILLS = 100
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")
_SMALL_DISK = "tests.faults.small_disk"


def every_signal_at_every_step(folder: Path) -> str:
    """By a hook, not by luck."""
    count = 0
    for what, moments in MOMENTS.items():
        site = folder / what / "site"
        site.parent.mkdir()
        number = 0
        release(what, site, number)
        for moment in moments:
            for name in SIGNALS:
                cut_off.run(what, site, number + 1, moment, name)
                if not (what == "renames" and moment == "away"):
                    assert number_online(cut_off.online(what, site)) in (number, number + 1), (what, moment, name)
                number += 2
                cut_off.heals(what, site, number)
                count += 1
    return f"{count} times"


def killed_at_any_moment(folder: Path) -> str:
    """With luck: kill -9 while it works."""
    seed = random.SystemRandom().randrange(10**9)
    dice = random.Random(seed)  # noqa: S311 - the same seed is the same moments
    for what in ("store", "folder"):
        site = folder / what / "site"
        site.parent.mkdir()
        release(what, site, 0)
        began = time.monotonic()
        with cut_off.start(what, site, 1) as process:
            process.wait()
        took = time.monotonic() - began
        for number in range(2, KILLS + 2, 2):
            with cut_off.start(what, site, number) as process:
                time.sleep(dice.uniform(0, took))
                process.send_signal(signal.SIGKILL)
            assert number_online(cut_off.online(what, site)) in (number - 1, number)
            cut_off.heals(what, site, number + 1)
    return f"{KILLS} times, seed {seed}"


def two_at_once(folder: Path) -> str:
    """Two processes into one place: one of them is told of the other."""
    refused = 0
    for what in ("store", "folder"):
        site = folder / what / "site"
        site.parent.mkdir()
        release(what, site, 0)
        for number in range(1, 11):
            both = [cut_off.start(what, site, number), cut_off.start(what, site, number + 100)]
            codes = [process.wait() for process in both]
            refused += codes.count(1)
            assert 0 in codes
            assert number_online(cut_off.online(what, site)) in (number, number + 100)
            assert cut_off.left(what, site) == []
    return f"20 times, {refused} refused"


def damaged_caches(folder: Path) -> str:
    """Each file of .cache cut off, emptied, or with one bit turned: the site is the same, byte for byte."""
    root = make_project(folder / "project")
    assert portal("build", cwd=root).returncode == 0
    wanted = _contents(root / "site")
    kept = sorted(path for path in (root / ".cache").rglob("*") if path.is_file())
    for damage in (lambda content: content[:-1], lambda content: b"", lambda content: content[:-1] + b"\xff"):
        for path in kept:
            path.write_bytes(damage(path.read_bytes()))
        result = portal("build", cwd=root)
        assert result.returncode == 0, result.stderr
        assert _contents(root / "site") == wanted
    return f"{len(kept)} files, 3 ways"


def no_room(folder: Path) -> str:
    """A disk that is full, has no room for more files, or cannot be written."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"):
        return "LEFT OUT: needs root on Linux"
    command = ["unshare", "--mount", sys.executable, "-m", _SMALL_DISK, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


FAULTS: tuple[Callable[[Path], str], ...] = (
    every_signal_at_every_step,
    killed_at_any_moment,
    two_at_once,
    damaged_caches,
    no_room,
)


def _harm() -> Iterator[str]:
    for fault in FAULTS:
        name = fault.__name__.replace("_", " ")
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            try:
                said = fault(Path(folder))
            except Exception:
                yield name
                said = "HARM\n" + traceback.format_exc()
            print(f"{name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(1 if list(_harm()) else 0)

"""A process that publishes and is cut off: `python -m tests.faults.victim WHAT FOLDER NUMBER [MOMENT SIGNAL]`.

WHAT is `store` (releases and a link) or `folder` (two folders that change places; `renames` where there is no such
step). At the moment of that name it sends the signal to itself, as if somebody had, just then.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from portal.publish import folder as folders
from portal.publish import steps
from portal.publish.folder import replaced
from portal.publish.releases import Store
from tests.publish.site import publish, write

MOMENTS = {
    "store": ("built", "packed", "sealed", "named", "linked", "switched", "pruned"),
    "folder": ("built", "sealed", "switched"),
    "renames": ("built", "sealed", "away", "switched"),
}
"""Every moment at which the work can be cut off, by what is done."""


def main(what: str, folder: str, number: str, moment: str = "", name: str = "") -> None:
    """Publish a small site, whose number is on its page, and perhaps be cut off."""

    def cut_off(reached: str) -> None:
        if reached == moment:
            os.kill(os.getpid(), signal.Signals[name])
            time.sleep(5)  # a signal arrives between two steps of Python: not before this one ends

    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # as portal.desk.cli does
    steps.LISTENERS.append(cut_off)
    if what == "renames":
        folders.exchange = lambda one, other: False
    release(what, Path(folder), int(number))


def release(what: str, folder: Path, number: int) -> None:
    """Publish a small site."""
    if what == "store":
        publish(Store(folder, durable=False), number)
        return
    with replaced(folder) as new:
        write(new, number)


if __name__ == "__main__":
    main(*sys.argv[1:])

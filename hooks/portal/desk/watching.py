"""What is saved in a project: the files, as soon as an editor has let go of them; and the quiet in between."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from watchfiles import Change, watch

from portal.content.file_names import is_left_behind
from portal.content.lying import HIDDEN

WATCHED = ("content", "overrides", "hooks/portal/assets", "mkdocs.yml")
QUIET = 250
"""Milliseconds without a change, after which nothing is told to have changed."""
_TOGETHER = 20
"""Milliseconds in which what is saved belongs together: an editor renames, a branch is switched."""


def saved(root: Path, stop: threading.Event) -> Iterator[set[Path]]:
    """What was saved below `root`, each time that something was; nothing, after each quarter of a second without.

    A folder that was moved away and back, or a file that was replaced as a whole, is another one to the system: all of
    it counts as saved then, and it is watched anew.
    """
    there = _there(root)
    unseen: set[Path] = set()
    while not stop.is_set():
        folders = [root / name for name in WATCHED if (root / name).is_dir()]
        for found in watch(
            *(folders or [root]),
            watch_filter=_matters,
            step=_TOGETHER,
            rust_timeout=QUIET,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            before, there = there, _there(root)
            replaced = {root / name for name in there if there[name] != before[name]}
            yield {Path(path) for _, path in found} | replaced | unseen
            unseen = replaced  # once more, now that it is watched: what was saved meanwhile nobody has seen
            if replaced:
                break
        else:
            return


def _matters(_: Change, path: str) -> bool:
    name = Path(path).name
    return not HIDDEN.match(name) and not is_left_behind(PurePosixPath(name))


def _there(root: Path) -> dict[str, tuple[int, ...]]:
    """Which file or folder stands under each name."""
    found: dict[str, tuple[int, ...]] = {}
    for name in WATCHED:
        try:
            stat = (root / name).stat()
        except OSError:
            found[name] = ()
            continue
        found[name] = (stat.st_ino, 0 if (root / name).is_dir() else stat.st_mtime_ns)
    return found

"""One at a time: a lock beside what is being replaced. It ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from portal.words.wording import say

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        # A byte far behind the text, which others must be able to read.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockedError(Exception):
    """Somebody else is at work; says who, and since when."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock in the file `path`, which is there while it is held; LockedError at once if another holds it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            _take(descriptor)
        except OSError as error:
            holder = os.pread(descriptor, 500, 0).decode(errors="replace") if hasattr(os, "pread") else ""
            os.close(descriptor)
            raise LockedError(say("publish.locked", holder=holder.strip() or "?", path=path)) from error
        # Whoever held it before may have taken the file away between our opening it and our lock.
        with suppress(FileNotFoundError):
            if os.fstat(descriptor).st_ino == path.stat().st_ino:
                break
        os.close(descriptor)
    try:
        os.ftruncate(descriptor, 0)
        since = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        os.write(descriptor, f"{os.getpid()} @ {socket.gethostname()}, {since}\n".encode())
        yield
    finally:
        with suppress(OSError):  # on Windows an open file cannot be taken away; an empty one does no harm
            path.unlink()
        os.close(descriptor)

"""A folder that is replaced as a whole: what is online is at every moment one whole site, the old one or the new.

The new one is made beside the old one and takes its place in one step, where the system has one (Linux). Elsewhere
there are two renames; when a kill falls between them, the next start puts the old site back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portal.publish.lock import LockedError, locked
from portal.publish.manifest import NAME, Manifest, ManifestError, foreign
from portal.publish.steps import reached
from portal.words.wording import say

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
"""Set, and not what the umask of the day leaves: a web server is another user."""
_SECOND = 1_000_000_000


class FolderError(Exception):
    """The folder cannot be replaced; it is as it was."""


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """Give an empty folder to build in; when the block ends without an error, it takes the place of `out`."""
    refuse_foreign(out)
    make_folders(out.parent)
    try:
        with locked(_beside(out, "lock")):
            repair(out)
            new = _beside(out, "new")
            new.mkdir()
            (new / NAME).touch()
            try:
                yield new
                reached("built")
                seal(new, out)
                refuse_foreign(out)  # a build takes seconds, in which somebody may have put something there
                reached("sealed")
                _switch(new, out)
                reached("switched")
            finally:
                remove(new)
            remove(_beside(out, "old"))
    except LockedError as error:
        raise FolderError(str(error)) from error


def refuse_foreign(out: Path) -> None:
    """FolderError when `out` is a link or a file, or holds anything that we did not put there."""
    if out.is_symlink():
        raise FolderError(say("build.link", out=out, target=os.readlink(out)))  # noqa: PTH115 - it may lead nowhere
    if out.exists() and not out.is_dir():
        raise FolderError(say("build.file", out=out))
    if out.is_dir() and (found := foreign(out)):
        raise FolderError(say("build.foreign", out=out, found=found))


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, open to a web server whatever the umask says."""
    for path in reversed([folder, *folder.parents]):
        if not path.is_dir():
            path.mkdir(exist_ok=True)
            path.chmod(_FOLDER_MODE)


def repair(out: Path) -> None:
    """Undo what a process left that was killed while it replaced `out`. The lock is held, so nobody is at it."""
    old = _beside(out, "old")
    if old.is_dir() and not out.exists():
        old.rename(out)
    for left in (old, _beside(out, "new")):
        remove(left)


def seal(new: Path, old: Path) -> None:
    """Give every file its mode, its time and its line in the manifest.

    A file whose bytes are those of `old` keeps its time, and so the ETag that servers make of time and length; one
    that has changed is at least a second later than the one before, for a server that only looks at seconds.
    """
    try:
        manifest = Manifest.of(new)
    except ManifestError as error:
        raise FolderError(say("build.special", found=str(error))) from error
    before = Manifest.read(old)
    known = before.files if before else {}
    for name, value in manifest.files.items():
        path, earlier = new / name, old / name
        path.chmod(_FILE_MODE)
        if name not in known or not earlier.is_file():
            continue
        then = earlier.stat().st_mtime_ns
        now = then if known[name] == value else max(path.stat().st_mtime_ns, then + _SECOND)
        os.utime(path, ns=(now, now))
    for folder in [new, *(path for path in new.rglob("*") if path.is_dir())]:
        folder.chmod(_FOLDER_MODE)
    manifest.write(new)
    (new / NAME).chmod(_FILE_MODE)


def remove(folder: Path) -> None:
    """Delete a folder that we made, if it is there; FolderError when it is not ours."""
    if not folder.is_dir() or folder.is_symlink():
        return
    if not (folder / NAME).is_file():
        with suppress(OSError):
            folder.rmdir()  # made, and not yet marked
            return
        raise FolderError(say("build.foreign", out=folder, found=foreign(folder) or "."))
    # The mark goes last, so that a half-deleted folder is still known as ours.
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != NAME:
            path.unlink()
    shutil.rmtree(folder)


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")


def _switch(new: Path, out: Path) -> None:
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        old = _beside(out, "old")
        out.rename(old)
        try:
            reached("away")
            new.rename(out)
        except BaseException:  # a full disk, or a stop that is asked for just now
            old.rename(out)
            raise


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the file system has no such step."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # a C library from before 2018
        return False
    here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if renameat2(here, os.fsencode(one), here, os.fsencode(other), swap) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))

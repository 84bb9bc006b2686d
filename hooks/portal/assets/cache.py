"""What takes long to make is kept in .cache/, named after all that it was made from: a second build only reads it.

Each file begins with the hash of the rest, so that one which a full disk or a failing one has damaged is made again and
never published. The folder may be deleted at any time. `make_each` does the making, two at a time.
"""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TypeVar

_WORKERS = 2
_SEAL = hashlib.sha256().digest_size

Made = TypeVar("Made")
Wanted = TypeVar("Wanted")
Progress = Callable[[int, str], None]
"""Called after each piece of work, with how many there are and what they are: a key of wording.yml."""


@dataclass(frozen=True)
class Cache:
    """A folder of files that are never changed, only made."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """The content of a file, if it was made before and is still what was written."""
        try:
            sealed = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        seal, content = sealed[:_SEAL], sealed[_SEAL:]
        return content if hashlib.sha256(content).digest() == seal else None

    def copy(self, name: str, to: Path) -> None:
        """Write the content of a file that was made before to another place."""
        content = self.read(name)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.folder / name))
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(content)

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The content of a file, made now if it was not made before."""
        content = self.read(name)
        if content is None:
            content = make()
            self.write(name, content)
        return content

    def holds(self, names: Iterable[str]) -> bool:
        """Whether all of these were made before, and are whole."""
        return all(self.read(name) is not None for name in names)

    def write(self, name: str, content: bytes) -> None:
        """Keep a file. It appears whole or not at all, so that two builds may write the same one."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
        new.write_bytes(hashlib.sha256(content).digest() + content)
        new.replace(path)


def recipe(*modules: ModuleType | str) -> str:
    """The code that makes something (modules, or their versions): when it changes, what it made is made again."""
    parts = [part.encode() if isinstance(part, str) else Path(str(part.__file__)).read_bytes() for part in modules]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_each(
    make: Callable[[Wanted], Made], wanted: Sequence[Wanted], work: str, progress: Progress | None
) -> list[Made]:
    """What `make` gives for each, in their order.

    Threads, since Pillow lets go of Python's lock where it works long: as fast as processes, and the same on every
    system.
    """
    made = []
    with ThreadPoolExecutor(_WORKERS) as pool:
        for result in pool.map(make, wanted):
            made.append(result)
            if progress:
                progress(len(wanted), work)
    return made

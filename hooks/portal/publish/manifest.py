"""The manifest: what a site of ours is made of, as `sha256sum --check` reads it; and the mark that it is ours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = ".portal-site"
"""A folder that holds this file was made by us, and may be replaced by us. Empty: it is still being made."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n\r\\]+)")
_LEFT_BY_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Looking at a folder may leave these; they are nobody's work."""


class ManifestError(Exception):
    """A folder holds what no manifest can name: a link, a device, a name with a line break."""


@dataclass(frozen=True)
class Manifest:
    """The SHA-256 of every file, by its path from the folder."""

    files: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> Manifest:
        """What lies in a folder now."""
        found = {name: digest(folder / name) for name in sorted(names(folder)) if name != NAME}
        return cls(found)

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """What a folder was made of; None when it is not ours, or its manifest is damaged."""
        try:
            return cls.parse((folder / NAME).read_bytes())
        except OSError:
            return None

    @classmethod
    def parse(cls, text: bytes) -> Manifest | None:
        """A manifest as it is written; None when it is damaged."""
        try:
            found = [_LINE.fullmatch(line) for line in text.decode().splitlines()]
        except UnicodeDecodeError:
            return None
        return cls({line[2]: line[1] for line in found if line}) if all(found) else None

    def text(self) -> bytes:
        """As `sha256sum --check` reads it."""
        return "".join(f"{value}  {name}\n" for name, value in self.files.items()).encode()

    def write(self, folder: Path) -> None:
        """Write it into the folder that it describes."""
        (folder / NAME).write_bytes(self.text())

    @property
    def digest(self) -> str:
        """One hash for all of it: two folders have the same when they hold the same bytes under the same names."""
        lines = (f"{self.files[name]}  {name}\n" for name in sorted(self.files))
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def names(folder: Path) -> Iterator[str]:
    """The path of every file below a folder, from that folder; ManifestError for what is no plain file or folder."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_dir() or path.is_file()) or re.search(r"[\n\r\\]", name):
            raise ManifestError(name)
        if path.is_file():
            yield name


def foreign(folder: Path) -> str | None:
    """The first thing in a folder that we did not put there; None when all of it is ours, or it is empty."""
    manifest = Manifest.read(folder)
    ours = {*manifest.files, NAME} if manifest else set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            continue
        if name not in ours and path.name not in _LEFT_BY_SYSTEMS:
            return name
    return None

"""Releases on this machine: each whole in a folder of its own, and a link `current` to the one that is online.

    TARGET/releases/20261127-101500-3f2a9c1d/   a release, never changed once it is whole
    TARGET/current                              what the server shows: changed in one step, to and fro

A page that was fetched from the release before still asks for its own stylesheet; so a release carries the hashed files
of the one before it.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from portal.publish.folder import FolderError, make_folders, remove, seal
from portal.publish.headers import HASHED
from portal.publish.lock import LockedError, locked
from portal.publish.manifest import NAME, Manifest, foreign
from portal.publish.packing import pack
from portal.publish.steps import reached
from portal.words.wording import say

KEPT = 5
"""How many releases are kept, the current one among them."""
CARRIED = ".portal-carried"
"""In a release: the names of the files that belong to the release before it."""

_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
_OURS = {"releases", "current", ".current.new", ".lock"}


@dataclass(frozen=True)
class Store:
    """A folder with releases, and nothing else."""

    folder: Path
    durable: bool = True
    """Whether all is on the disk before the switch: else a power cut may leave a release of empty files."""

    @property
    def link(self) -> Path:
        """What a server shows."""
        return self.folder / "current"

    def ids(self) -> list[str]:
        """The releases that are whole, the newest first."""
        folder = self.folder / "releases"
        found = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        return sorted((name for name in found if _ID.fullmatch(name)), reverse=True)

    @property
    def current(self) -> str | None:
        """The release that is online."""
        if not self.link.is_symlink():
            return None
        name = self.link.readlink().name
        return name if (self.folder / "releases" / name).is_dir() else None

    def path(self, id_: str | None) -> Path | None:
        """The folder of a release."""
        return self.folder / "releases" / id_ if id_ else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock, and begin with whatever a process left that was killed; FolderError when it is not ours."""
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            raise FolderError(say("build.file", out=self.folder))
        if self.folder.is_dir():
            strange = {path.name for path in self.folder.iterdir()} - _OURS
            if strange or (self.link.exists() and not self.link.is_symlink()):
                raise FolderError(say("build.foreign", out=self.folder, found=min(strange or {"current"})))
        make_folders(self.folder / "releases")
        try:
            with locked(self.folder / ".lock"):
                self._repair()
                yield
        except LockedError as error:
            raise FolderError(str(error)) from error

    def _repair(self) -> None:
        remove(self.folder / "releases/.new")
        (self.folder / ".current.new").unlink(missing_ok=True)
        if self.current is None and (ids := self.ids()):
            self._point(ids[0])

    @contextmanager
    def release(self, *, packed: bool = True) -> Iterator[Release]:
        """Give a folder to build in; a block that ends well has made a release, which `Release.publish` puts online."""
        new = self.folder / "releases/.new"
        new.mkdir()
        (new / NAME).touch()
        try:
            yield Release(self, new, packed)
        finally:
            remove(new)

    def switch(self, id_: str) -> None:
        """Put a release online that is there already."""
        folder = self.folder / "releases" / id_
        if id_ not in self.ids() or Manifest.of(folder) != Manifest.read(folder):
            raise FolderError(say("publish.no-release", found=id_, ids=", ".join(self.ids())))
        self._point(id_)

    def before(self) -> str | None:
        """The release before the current one."""
        ids, current = self.ids(), self.current
        older = [id_ for id_ in ids if current and id_ < current]
        return older[0] if older else None

    def _point(self, id_: str) -> None:
        new = self.folder / ".current.new"
        new.unlink(missing_ok=True)
        new.symlink_to(Path("releases") / id_)
        reached("linked")
        new.replace(self.link)
        reached("switched")

    def prune(self, earlier: str | None) -> None:
        """Delete the oldest releases, but never the current one and never that which was online before it."""
        spared = {self.current, earlier}
        others = [id_ for id_ in self.ids() if id_ not in spared]
        for id_ in others[KEPT - len(spared & {*self.ids()}) :]:
            remove(self.folder / "releases" / id_)
            reached("pruned")


@dataclass
class Release:
    """A release that is being made."""

    store: Store
    folder: Path
    packed: bool

    def finish(self) -> Manifest:
        """Carry what the release before it needs, compress, set modes and times, write the manifest."""
        reached("built")
        earlier = self.store.path(self.store.current)
        if earlier:
            _carry(earlier, self.folder)
        if self.packed:
            pack(self.folder, earlier)
        reached("packed")
        seal(self.folder, earlier or self.folder / "none")
        reached("sealed")
        manifest = Manifest.read(self.folder)
        assert manifest
        return manifest

    def unchanged(self) -> bool:
        """Whether the current release has the same bytes, what each of them carries aside."""
        earlier = self.store.path(self.store.current)
        return earlier is not None and _own(self.folder) == _own(earlier)

    def publish(self) -> str:
        """Give it its name and put it online; its id."""
        manifest = Manifest.read(self.folder)
        assert manifest
        id_ = f"{self._moment():%Y%m%d-%H%M%S}-{manifest.digest[:8]}"
        if self.store.durable and hasattr(os, "sync"):
            os.sync()
        target = self.store.folder / "releases" / id_
        earlier = self.store.current
        self.folder.rename(target)
        reached("named")
        self.store._point(id_)
        self.store.prune(earlier)
        return id_

    def _moment(self) -> datetime:
        """Now, but always later than the newest release: the order of the names is that of the releases."""
        now = datetime.now(UTC).replace(microsecond=0)
        for newest in self.store.ids()[:1]:
            last = datetime.strptime(newest[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            now = max(now, last + timedelta(seconds=1))
        return now


def _own(folder: Path) -> dict[str, str]:
    manifest = Manifest.read(folder)
    carried = _carried(folder)
    return {name: value for name, value in (manifest.files if manifest else {}).items() if name not in carried}


def _carried(folder: Path) -> set[str]:
    try:
        names = (folder / CARRIED).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        names = []
    return {*names, CARRIED}


def _carry(earlier: Path, new: Path) -> None:
    """Copy the hashed files of a release, but not those that it carried itself, so that they end one release later."""
    names = []
    for name in _own(earlier):
        plain = re.sub(r"\.(br|gz|zst)$", "", name)
        if re.search(HASHED, plain) and not (new / plain).exists():
            names.append(name)
    for name in names:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(earlier / name, new / name)
    if names:
        (new / CARRIED).write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="\n")


def is_store(folder: Path) -> bool:
    """Whether a folder holds releases."""
    return (folder / "releases").is_dir() and not foreign(folder / "releases/.new")

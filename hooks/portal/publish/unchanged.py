"""A site that need not be built again: it stands there as it was built, from what is there now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from portal.assets.inputs import Inputs, Kept
from portal.publish.manifest import Manifest, ManifestError


@dataclass(frozen=True)
class Unchanged:
    """A project and the folder in which its site is to stand, as they are before a build."""

    root: Path
    out: Path
    day: date

    @cached_property
    def _inputs(self) -> Inputs | None:
        return Inputs.of(self.root, self.day)

    @property
    def _kept(self) -> Kept:
        return Kept(self.root, "site")

    def files(self) -> int:
        """How many files stand there that a build would write once more; 0 when there is something to build.

        Every byte of them is looked at: somebody may have changed one by hand.
        """
        built = self._kept.read(self._inputs)
        if built is None or self.out.is_symlink():
            return 0
        try:
            there, sealed = Manifest.of(self.out), Manifest.read(self.out)
        except (ManifestError, OSError):
            return 0
        return len(there.files) + 1 if sealed == there and there.digest.encode() == built else 0

    def remember(self) -> None:
        """Note that the folder now holds what a build makes of what was there before it."""
        if built := Manifest.read(self.out):
            self._kept.write(self._inputs, self.day, built.digest.encode())

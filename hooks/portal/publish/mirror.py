"""A place elsewhere that is brought in line with a release, file by file: what is named by nobody yet comes first.

No step is like the switch of a link there. So the order protects the visitor: files with a hash first, then the pages
that ask for them, and what a release no longer has goes one release later, when no page in a browser asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from portal.publish.headers import HASHED
from portal.publish.manifest import NAME, Manifest
from portal.publish.releases import CARRIED
from portal.publish.steps import reached

RETIRED = ".portal-retired"
"""At the mirror: the files that go with the next release."""
PACKED_ENDINGS = re.compile(r"\.(br|gz|zst)$")


class MirrorError(Exception):
    """The other side refused, or did not answer."""


@dataclass(frozen=True)
class Plan:
    """What is to be done, in this order."""

    first: list[str]
    then: list[str]
    gone: list[str]
    retired: list[str]

    @classmethod
    def of(cls, new: Collection[str], there: Collection[str], retired: Collection[str]) -> Plan:
        """From what a release has, what the mirror has of an earlier one, and what was retired with that."""
        hashed = [name for name in new if re.search(HASHED, PACKED_ENDINGS.sub("", name))]
        pages = [name for name in new if name not in set(hashed)]
        gone = [name for name in retired if name not in new]
        leaving = sorted(name for name in there if name not in new and name not in gone)
        return cls(sorted(hashed), sorted(pages), sorted(gone), leaving)


class Mirror(Protocol):
    """A place elsewhere."""

    packs: bool
    """Whether its server sends the compressed files that lie beside others."""

    def read(self, name: str) -> bytes | None:
        """A file at the mirror; None when it is not there."""

    def strange(self) -> str | None:
        """Something that is there and is not ours; None when the place is empty."""

    def send(self, release: Path, names: list[str], manifest: Manifest, before: Manifest) -> None:
        """Bring files there; those that are the same in `before` are there already."""

    def put(self, name: str, content: bytes) -> None:
        """Write one small file."""

    def delete(self, names: list[str]) -> None:
        """Delete files of ours."""


def bring(mirror: Mirror, release: Path) -> Plan:
    """Bring a mirror in line with a release. Each step may be repeated: the next run makes good what was cut off."""
    found = Manifest.read(release) or Manifest({})
    wanted = {name: value for name, value in found.files.items() if name != CARRIED}
    if not mirror.packs:
        wanted = {name: value for name, value in wanted.items() if not PACKED_ENDINGS.search(name)}
    manifest = Manifest(wanted)
    text = mirror.read(NAME)
    if text is None and (strange := mirror.strange()):
        raise MirrorError(strange)
    before = Manifest.parse(text or b"") or Manifest({})
    retired = (mirror.read(RETIRED) or b"").decode().split("\n")
    plan = Plan.of(wanted, before.files, [name for name in retired if name])
    # From here on the mirror has files of both: the mark says so, or a run that is cut off would forget those of one.
    both = Manifest({**before.files, **{name: "0" * 64 for name in wanted if before.files.get(name) != wanted[name]}})
    mirror.put(NAME, both.text())
    reached("marked")
    mirror.send(release, plan.first, manifest, before)
    reached("sent first")
    mirror.send(release, plan.then, manifest, before)
    reached("sent pages")
    mirror.put(RETIRED, _lines(plan.gone + plan.retired))
    mirror.put(NAME, manifest.text())
    reached("sent")
    mirror.delete(plan.gone)
    mirror.put(RETIRED, _lines(plan.retired))
    reached("deleted")
    return plan


def _lines(names: list[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()

"""A folder on another machine, by rsync over ssh. RSYNC_RSH says how ssh is called, as it does for rsync."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from portal.publish.manifest import Manifest
from portal.publish.mirror import MirrorError
from portal.words.wording import say

_ADDRESS = re.compile(r"(?P<host>[\w.-]+(?:@[\w.-]+)?):(?P<path>/[\w./-]+)")
_MISSING = 23
"""rsync: some files were not there."""


class Remote:
    """`user@host:/srv/site`."""

    packs = True

    def __init__(self, address: str) -> None:
        if not _ADDRESS.fullmatch(address) or address.startswith("-"):
            raise MirrorError(say("publish.remote", found=address))
        if not shutil.which("rsync"):
            raise MirrorError(say("publish.no-rsync"))
        self.address = address.rstrip("/") + "/"

    def read(self, name: str) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            done = self._run(f"{self.address}{name}", folder, may_miss=True)
            return None if done is None else Path(folder, name).read_bytes()

    def strange(self) -> str | None:
        """The first name in the folder; the folder itself need not be there."""
        listed = self._run("--list-only", self.address, may_miss=True)
        names = [line.split(maxsplit=4)[-1] for line in (listed or "").splitlines()]
        return next((say("build.foreign", out=self.address, found=name) for name in names if name != "."), None)

    def send(self, release: Path, names: list[str], manifest: Manifest, before: Manifest) -> None:
        """By their content, and without their time: what is the same keeps the time it has there, and so its ETag."""
        options = ("-rc", "--chmod=D755,F644", "--delay-updates", "--mkpath", "--files-from=-")
        self._run(*options, f"{release}/", self.address, names=names)

    def put(self, name: str, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, name).write_bytes(content)
            self._run("-c", "--chmod=F644", "--mkpath", f"{folder}/{name}", self.address)

    def delete(self, names: list[str]) -> None:
        with tempfile.TemporaryDirectory() as nothing:
            for name in names:
                Path(nothing, name).parent.mkdir(parents=True, exist_ok=True)
            if names:
                self._run("-r", "--delete-missing-args", "--files-from=-", f"{nothing}/", self.address, names=names)

    def _run(self, *options: str, names: list[str] | None = None, may_miss: bool = False) -> str | None:
        command = ["rsync", "--protect-args", *options]
        given = None if names is None else "".join(f"{name}\n" for name in names)
        done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode == _MISSING and may_miss:
            return None
        if done.returncode:
            lines = done.stderr.strip().splitlines()
            raise MirrorError(say("publish.refused", place=self.address, reason=lines[0] if lines else "rsync"))
        return done.stdout

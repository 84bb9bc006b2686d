"""A small disk in memory that is filled, runs out of files, or is closed, under a site that is published.

`unshare --mount python -m tests.faults.small_disk FOLDER`: what is mounted here is seen by this process alone.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.faults import cut_off
from tests.faults.victim import release
from tests.publish.site import number_online

DISKS = {"full": "size=300k", "no more files": "nr_inodes=70", "closed": "size=4m"}


def main(folder: str) -> None:
    """Say what was done; AssertionError when it did harm."""
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    refused = []
    for name, options in DISKS.items():
        for what in ("store", "folder"):
            disk = Path(folder, f"{name}-{what}".replace(" ", "-"))
            disk.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)
            site = disk / "work" / "site"
            site.parent.mkdir()
            release(what, site, 0)
            number = 0
            if name == "closed":
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            for wanted in range(1, 9):
                if name == "full" and wanted == 3:
                    (disk / "filler").write_bytes(bytes(max(_free(disk) - 12_000, 0)))
                done = cut_off.run(what, site, wanted)
                if done.returncode == 0:
                    number = wanted
                else:
                    refused.append(name)
                assert number_online(cut_off.online(what, site)) == number, (name, what, done.stderr)
            if name == "closed":
                subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
            else:
                subprocess.run(["mount", "-o", "remount,size=8m,nr_inodes=5000", str(disk)], check=True)
            cut_off.heals(what, site, 99)
    assert set(refused) == set(DISKS), f"only {set(refused)} was ever refused"
    print(", ".join(f"{name}: {refused.count(name)} refused" for name in DISKS))


def _free(disk: Path) -> int:
    text = subprocess.run(["df", "--output=avail", "-B1", str(disk)], check=True, capture_output=True, text=True).stdout
    return int(text.split()[-1])


if __name__ == "__main__":
    main(sys.argv[1])

"""Every page in Chromium and Firefox, and one of each kind in WebKit: `make audit`.

No page may break the policy or end in an error; and what is seen and done on one page of each kind, at two widths, must
be the same in all of them. The site lies on a host that asks browsers to report what the policy forbids.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.chromium import find
from tests.command import portal
from tests.conftest import ROOT
from tests.real_site import ONE_OF_EACH_KIND, PAGES
from tests.static_host import serving


def browsers() -> dict[str, str]:
    """The program of each browser; the audit ends where one is missing."""
    found = {
        "chromium": find() or "",
        "firefox": shutil.which("firefox-esr") or shutil.which("firefox") or "",
        "webkit": shutil.which("WebKitWebDriver") or "",
        "minibrowser": next(map(str, Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")), ""),
    }
    if missing := [name for name, path in found.items() if not path]:
        sys.exit(f"Not here: {', '.join(missing)}. On Debian: apt install firefox-esr webkit2gtk-driver xvfb")
    return found


def differences(looks: dict[str, dict[str, Any]]) -> list[str]:
    """What is not the same on a page as in Chromium, by browser and what was looked at."""
    model = looks["chromium"]
    return [
        f"{name}, {part}, {key}: {found[part][key]!r}, in Chromium {value!r}"
        for name, found in looks.items()
        for part, values in model.items()
        for key, value in values.items()
        if found[part].get(key) != value
    ]


def main() -> int:
    """Build, serve and visit; 0 when every browser finds the same and nothing is forbidden."""
    whole = {page.address for page in ONE_OF_EACH_KIND}
    reports: list[str] = []
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site"), reports=reports) as address:
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT, SITE_URL=f"{address}/")
        if result.returncode:
            sys.exit(result.stderr)
        asked = {
            "address": address,
            "pages": [{"path": p.address, "kind": p.kind, "whole": p.address in whole} for p in PAGES],
            "browsers": browsers(),
        }
        command = ["xvfb-run", "-a", "node", str(Path(__file__).with_suffix(".mjs"))]
        done = subprocess.run(
            command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=False, env={**os.environ}
        )
    visits = [json.loads(line) for line in done.stdout.splitlines()]
    looks: dict[str, dict[str, Any]] = {}
    for visit in visits:
        if visit["found"]:
            looks.setdefault(visit["path"], {})[visit["browser"]] = visit["found"]
    found = [f"{v['browser']} {v['path']}: {error}" for v in visits for error in v["errors"]]
    found += [f"{path}: {line}" for path, seen in looks.items() for line in differences(seen)]
    found += [f"The policy forbids: {report}" for report in reports]
    counted = Counter(visit["browser"] for visit in visits)
    print(f"Pages opened: {dict(counted)}; violations of the policy: {len(reports)}; found in all: {len(found)}")
    print(*found, sep="\n")
    return 1 if found or done.returncode or set(counted) != {"chromium", "firefox", "webkit"} else 0


if __name__ == "__main__":
    sys.exit(main())

"""The audit: the real site on a host like any other, through Lighthouse. `make audit`; not part of `make test`.

Each page is the one with the longest title of its kind. Other kinds: `make audit KINDS="cluster story-index"`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.chromium import find
from tests.command import portal
from tests.conftest import ROOT
from tests.real_site import ONE_OF_EACH_KIND
from tests.static_host import serving

KINDS = ("home", "story", "partner", "directory", "campus")


def audit(kinds: tuple[str, ...]) -> int:
    """Build, serve and measure; 0 when every page is perfect."""
    node, browser = shutil.which("node"), find()
    if not (node and browser):
        sys.exit("The audit needs Node.js (20 or newer) and a Chromium.")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site")) as address:
        # The site must believe that it stands where it is served: search engines mind a foreign canonical address.
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT, SITE_URL=f"{address}/")
        if result.returncode:
            sys.exit(result.stderr)
        pages = sorted((kinds.index(page.kind), page.address) for page in ONE_OF_EACH_KIND if page.kind in kinds)
        command = [node, str(Path(__file__).with_name("audit.mjs")), *(address + path for _, path in pages)]
        return subprocess.run(command, env={**os.environ, "CHROME_PATH": browser}, check=False).returncode


if __name__ == "__main__":
    sys.exit(audit(tuple(sys.argv[1:]) or KINDS))

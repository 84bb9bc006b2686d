"""Every page through the Nu checker of the W3C: `make audit`. It runs in Java; its package is in tests/audit."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.command import portal
from tests.conftest import ROOT

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def main() -> int:
    """0 when no page has an error."""
    java = shutil.which("java")
    if not (java and JAR.is_file()):
        sys.exit("The Nu checker needs Java (11 or newer) and the packages of tests/audit (npm ci).")
    with tempfile.TemporaryDirectory() as folder:
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT)
        if result.returncode:
            sys.exit(result.stderr)
        pages = len(list(Path(folder, "site").rglob("*.html")))
        command = [java, "-jar", str(JAR), "--errors-only", "--skip-non-html", "--format", "gnu", f"{folder}/site"]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = [line.replace(f"file:{folder}/site/", "") for line in found.stderr.splitlines()]
    print(f"Nu checker: {len(errors)} errors on {pages} pages", *errors, sep="\n")
    return 1 if errors or found.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

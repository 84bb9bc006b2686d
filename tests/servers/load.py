"""Load: nginx with the configuration that `portal hosting` writes, asked for the home page, compressed, by wrk.

`python -m tests.servers.load FOLDER [SECONDS]`; FOLDER holds releases (`portal publish FOLDER`). Only the loopback.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from portal.publish.hosting import Hosting
from tests.servers.hosts import running

CONNECTIONS = 64
THREADS = 2
LEAST_PER_SECOND = 20_000
MOST_P99_MS = 60.0


def measured(folder: Path, seconds: int) -> tuple[float, float, str]:
    """Requests a second, the time in which 99% are answered in milliseconds, and all that wrk says."""
    wrk = shutil.which("wrk")
    if not wrk:
        sys.exit("No wrk here. On Debian: apt-get install wrk")
    host = Hosting("https://localhost/", folder / "current", (("/", "/404.html"),), ())
    with tempfile.TemporaryDirectory() as work, running("nginx", host, Path(work)) as started:
        command = [wrk, "--latency", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: br",
                   f"https://localhost:{started.ports[1]}/"]  # fmt: skip
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = float((re.search(r"Requests/sec:\s+([\d.]+)", said) or ["", "0"])[1])
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    assert p99, said
    return rate, float(p99[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99[2]], said


def main(folder: str, seconds: str = "10") -> int:
    """0 when it is fast enough and nothing failed."""
    rate, p99, said = measured(Path(folder), int(seconds))
    print(said)
    failed = "Non-2xx" in said or "Socket errors" in said
    print(f"{rate:.0f} requests a second, 99% within {p99:.1f} ms, {'some' if failed else 'no'} errors")
    return 0 if rate >= LEAST_PER_SECOND and p99 < MOST_P99_MS and not failed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

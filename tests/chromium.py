"""The browser of the tests: found, or installed, or a clear message. `make test` runs this first.

Looked for in this order: CHROMIUM, a Chromium or Chrome on the PATH, Debian's package (as root), Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""The shell first: Chromium without its windows, which the tests need a sixth less of a processor for."""
_PACKAGES = ("chromium-headless-shell", "chromium")


def find() -> str | None:
    """The path of a browser that is here already."""
    if given := os.environ.get("CHROMIUM"):
        if not Path(given).is_file():
            sys.exit(f"CHROMIUM={given} is not a file. Give the path of a Chromium or Chrome, or unset it.")
        return given
    if found := next(filter(None, map(shutil.which, _NAMES)), None):
        return found
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Install a browser, by the package manager where we may, else by Playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing Chromium with apt-get (once)", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        for package in _PACKAGES:
            if (
                subprocess.run([*command, package], env=environment, stdout=subprocess.DEVNULL, check=False).returncode
                == 0
            ):
                return
    print("Installing Chromium with Playwright (once)", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        install()
    if not find():
        sys.exit("No browser: install Chromium or Chrome, or set CHROMIUM=/path/to/it, and run 'make test' again.")

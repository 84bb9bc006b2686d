"""The pictures of docs/screenshots.md: each kind of page as a phone and a desktop show it. `make screenshots`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from portal.model.page import Page
from tests.browser.conftest import ARGUMENTS
from tests.chromium import find
from tests.conftest import ROOT, portal
from tests.real_site import ONE_OF_EACH_KIND
from tests.static_host import serving

FOLDER = ROOT / "docs/screenshots"
OVERVIEW = ROOT / "docs/screenshots.md"

KINDS = {
    "home": "Home page",
    "cluster": "Cluster",
    "campus": "Campus",
    "story": "Story",
    "story-index": "Story index",
    "partner": "Partner",
    "directory": "Directory of partners",
    "guide": "Relocation guide",
    "step": "Step of the guide",
    "page": "Plain page",
    "not-found": "Page[Any] that is not found",
}
IN_BOTH_LANGUAGES = ("home",)
AT_NIGHT = ("home", "story")
LANGUAGES = {"nl": "Dutch", "en": "English"}
LONGEST = 3
"""Windows high: below it, a page says more of its content than of its design."""
COLOURS = 64

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Screen:
    """What a visitor looks at."""

    name: str
    width: int
    height: int
    scale: int
    """Pixels of the screen to one of the page; the picture has half of them."""


SCREENS = (Screen("phone", 390, 844, scale=2), Screen("desktop", 1440, 900, scale=1))


@dataclass(frozen=True)
class Shot:
    """One picture: a page on a screen, in a colour scheme."""

    page: Page[Any]
    screen: Screen
    scheme: Scheme

    @property
    def name(self) -> str:
        """The name of its file."""
        night = "-dark" if self.scheme == "dark" else ""
        return f"{self.page.kind}-{self.page.locale}-{self.screen.width}{night}.png"

    @property
    def alt(self) -> str:
        """What it shows."""
        night = ", in dark mode" if self.scheme == "dark" else ""
        return f"“{self.page.title}” in {LANGUAGES[self.page.locale]} on a {self.screen.name}{night}"


def shots() -> Iterator[Shot]:
    """Every picture: each kind in English, some also in Dutch and at night."""
    for kind in KINDS:
        for page in ONE_OF_EACH_KIND:
            if page.kind == kind and (page.locale == "en" or kind in IN_BOTH_LANGUAGES):
                for scheme in ("light", "dark") if kind in AT_NIGHT and page.locale == "en" else ("light",):
                    for screen in SCREENS:
                        yield Shot(page, screen, scheme)


def take(shot: Shot, browser: Browser, address: str) -> bytes:
    """The picture as a small PNG: half as large as it was taken, in few colours."""
    screen = shot.screen
    tab = browser.new_page(
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.scale,
        color_scheme=shot.scheme,
        reduced_motion="reduce",
    )
    tab.goto(address + shot.page.address, wait_until="networkidle")
    # Pictures below the fold load when they come near: let them all come near.
    tab.evaluate("document.querySelectorAll('[loading=lazy]').forEach((picture) => picture.loading = 'eager')")
    tab.evaluate("Promise.all([...document.images].map((picture) => picture.decode()))")
    whole = tab.evaluate("document.documentElement.scrollHeight")
    height = min(whole, LONGEST * screen.height)
    taken = tab.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": screen.width, "height": height})
    tab.close()
    image = Image.open(io.BytesIO(taken)).convert("RGB").reduce(2)
    buffer = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def overview(taken: list[Shot]) -> str:
    """The page of the handbook that shows them."""
    lines = ["# Screenshots", "", "Made by `make screenshots`; at most three windows high."]
    for kind, title in KINDS.items():
        lines += ["", f"## {title}", ""]
        lines += [f"![{shot.alt}](screenshots/{shot.name})" for shot in taken if shot.page.kind == kind]
    return "\n".join([*lines, ""])


def main() -> None:
    """Build and serve the site, take every picture, and write the overview."""
    if not (path := find()):
        sys.exit("No browser: run 'make browser', or set CHROMIUM=/path/to/chromium.")
    taken = list(shots())
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site")) as address, sync_playwright() as player:
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT, SITE_URL=f"{address}/")
        if result.returncode:
            sys.exit(result.stderr)
        browser = player.chromium.launch(executable_path=path, args=ARGUMENTS)
        pictures = {shot.name: take(shot, browser, address) for shot in taken}
        browser.close()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name, picture in pictures.items():
        (FOLDER / name).write_bytes(picture)
    OVERVIEW.write_text(overview(taken), encoding="utf-8", newline="\n")
    print(f"{len(taken)} screenshots, {sum(map(len, pictures.values())) // 1024} KB, in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

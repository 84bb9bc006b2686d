"""The pictures of docs/screenshots.md: every kind of page, from phone to wall, by day and night. `make screenshots`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from playwright.sync_api import FloatRect, sync_playwright
from playwright.sync_api import Page as Tab

from portal.model.page import Page
from tests.browser.conftest import ARGUMENTS
from tests.chromium import find
from tests.command import portal
from tests.conftest import ROOT
from tests.real_site import ONE_OF_EACH_KIND
from tests.static_host import serving

FOLDER = ROOT / "docs/screenshots"
OVERVIEW = ROOT / "docs/screenshots.md"

Scheme = Literal["light", "dark"]

LANGUAGES = {"nl": "Dutch", "en": "English"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SCREENS = ((390, 844), (1024, 768), (1440, 900), (2560, 1300))
"""Width and height of a phone, a tablet, a laptop and a wall."""
LONGEST = 2
"""Windows high: below it, a page says more of its content than of its design."""
HEIGHT = 420
"""Of a row, in pixels: large enough to see what is wrong, small enough for a handbook."""
GAP = 12
COLOURS = 64


def take(page: Page[Any], scheme: Scheme, tab: Tab, address: str) -> list[Image.Image]:
    """A page on every screen, each picture as high as a row."""
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    taken = []
    tab.goto(address + page.address)
    for width, height in SCREENS:
        tab.set_viewport_size({"width": width, "height": height})
        # Pictures below the fold load when they come near: let them all come near.
        tab.evaluate("document.querySelectorAll('[loading=lazy]').forEach((picture) => picture.loading = 'eager')")
        tab.evaluate("Promise.all([...document.images].map((picture) => picture.decode()))")
        whole = min(tab.evaluate("document.documentElement.scrollHeight"), LONGEST * height)
        clip = FloatRect(x=0, y=0, width=width, height=whole)
        image = Image.open(io.BytesIO(tab.screenshot(full_page=True, clip=clip))).convert("RGB")
        taken.append(image.resize((round(image.width * HEIGHT / image.height), HEIGHT), Image.Resampling.LANCZOS))
    return taken


def sheet(rows: list[list[Image.Image]]) -> bytes:
    """The pictures of a page on one sheet: a row by day, a row by night."""
    width = max(sum(image.width + GAP for image in row) for row in rows) - GAP
    whole = Image.new("RGB", (width, len(rows) * (HEIGHT + GAP) - GAP), "white")
    for y, row in enumerate(rows):
        x = 0
        for image in row:
            whole.paste(image, (x, y * (HEIGHT + GAP)))
            x += image.width + GAP
    buffer = io.BytesIO()
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def name(page: Page[Any]) -> str:
    """The name of the file of a page."""
    return f"{page.kind}-{page.locale}.png"


def overview() -> str:
    """The page of the handbook that shows them."""
    widths = ", ".join(str(width) for width, _ in SCREENS)
    made = f"Made by `make screenshots`: every kind of page, {widths} pixels wide, by day and by night."
    lines = ["# Screenshots", "", made]
    for kind in sorted({page.kind for page in ONE_OF_EACH_KIND}):
        lines += ["", f"## {kind}", ""]
        for page in ONE_OF_EACH_KIND:
            if page.kind == kind:
                lines.append(f"![“{page.title}” in {LANGUAGES[page.locale]}](screenshots/{name(page)})")
    return "\n".join([*lines, ""])


def main() -> None:
    """Build and serve the site, take every picture, and write the overview."""
    if not (path := find()):
        sys.exit("No browser: run 'make browser', or set CHROMIUM=/path/to/chromium.")
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "site")) as address, sync_playwright() as player:
        result = portal("build", "--out", f"{folder}/site", cwd=ROOT, SITE_URL=f"{address}/")
        if result.returncode:
            sys.exit(result.stderr)
        browser = player.chromium.launch(executable_path=path, args=ARGUMENTS)
        tab = browser.new_page()
        sheets = {
            name(page): sheet([take(page, scheme, tab, address) for scheme in SCHEMES]) for page in ONE_OF_EACH_KIND
        }
        browser.close()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for file, picture in sheets.items():
        (FOLDER / file).write_bytes(picture)
    OVERVIEW.write_text(overview(), encoding="utf-8", newline="\n")
    print(f"{len(sheets)} sheets, {sum(map(len, sheets.values())) // 1024} KB, in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

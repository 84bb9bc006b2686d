"""Stylesheet, scripts and font as they are published: joined, minified, and named after their content."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import fontTools
import lightningcss
from font_manrope import ManropeVariableFont_wght

from portal.assets.cache import Cache, recipe

SOURCES = Path(__file__).parent

BROWSERS = ["chrome >= 109", "firefox >= 115", "safari >= 16.4"]
"""The oldest that styles are written for. Without them the minifier writes what Safari does not read."""

LATIN = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x20AC, 0x2190, 0x2192, 0x2212),
)
"""What Dutch and English need, and the names of people from all over Europe."""


@dataclass(frozen=True)
class Asset:
    """A file to publish. Its path changes with its content, so that hosts may let browsers keep it for ever."""

    path: str
    content: bytes

    @classmethod
    def named(cls, name: str, content: bytes) -> Asset:
        """An asset whose path carries the hash of its content."""
        stem, _, ending = name.rpartition(".")
        return cls(f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}", content)


def assets(cache: Cache) -> Mapping[str, Asset]:
    """Every asset by its plain name: `site.css`, `manrope.woff2`, `directory.js`; and the licence of the font."""
    font = Asset.named("manrope.woff2", cache.kept(f"{_recipe()}.woff2", _font))
    css = _css().replace("manrope.woff2", Path(font.path).name)
    licence = Asset.named("manrope-licence.txt", (Path(ManropeVariableFont_wght).parent / "OFL.txt").read_bytes())
    named = f"/* Manrope: SIL Open Font License 1.1, see {Path(licence.path).name} */"
    styles = Asset.named("site.css", f"{named}{css}".encode())
    return {"manrope.woff2": font, "manrope-licence.txt": licence, "site.css": styles, **_scripts()}


def _scripts() -> Mapping[str, Asset]:
    """The modules of assets/js; an import names the published file, so a module comes after those that it imports."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("js/*.js"))}
    named: dict[str, Asset] = {}

    def publish(name: str) -> Asset:
        if name not in named:
            text = re.sub(
                r'(?<=from "\./)[\w-]+\.js(?=";)', lambda found: Path(publish(found[0]).path).name, sources[name]
            )
            named[name] = Asset.named(name, text.encode())
        return named[name]

    return {name: publish(name) for name in sources}


def _css() -> str:
    """The stylesheets of assets/css in the order of their paths, as one."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("css/**/*.css")))
    minified: str = lightningcss.process_stylesheet(text, minify=True, browsers_list=BROWSERS)
    return minified


def _recipe() -> str:
    original = hashlib.sha256(Path(ManropeVariableFont_wght).read_bytes()).hexdigest()
    return recipe(Path(__file__).read_text(encoding="utf-8"), fontTools.version, original)


def _font() -> bytes:
    """Manrope with the Latin letters alone, all weights: 21 KB instead of 160."""
    # Takes long to import, and a second build has no use for it.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(ManropeVariableFont_wght, lazy=True, recalcTimestamp=False)
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "liga", "calt", "mark", "mkmk", "ccmp", "locl"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.flavor = "woff2"
    font.save(buffer)
    font.close()
    return buffer.getvalue()

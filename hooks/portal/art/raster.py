"""From the drawings of overrides/drawings/ to pictures that need no stylesheet: for social cards and icons."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import resvg_py
from PIL import Image

from portal.assets.palette import tokens
from portal.assets.published import SOURCES

VERSION = resvg_py.__resvg_version__
"""For caches: another version may set an edge otherwise."""

_STYLES = SOURCES / "css/3-components/drawings.css"
_SAID = ("fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "display")
"""What a drawing has from its classes, and SVG can say of a path by itself."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"(?P<selectors>[^{}]*)\{(?P<declarations>[^{}]*)\}")
_COLOUR = re.compile(r"var\(--(?P<name>[\w-]+)\)")
_CLASS = re.compile(r'\sclass="(?P<names>[^"]*)"')
_WIDTH = re.compile(r"(?P<number>[\d.]+)px")


def painted(svg: str, bolder: float = 1) -> str:
    """A drawing with its colours and lines in itself, as the stylesheet has them by day.

    `bolder` makes its lines so many times as wide: for a picture that is shown smaller than it is.
    """
    rules = _rules()

    def attributes(match: re.Match[str]) -> str:
        names = match["names"].split()
        said = {name: value for css_class, rule in rules if css_class in names for name, value in rule.items()}
        if "stroke-width" in said:
            said["stroke-width"] = _WIDTH.sub(
                lambda width: f"{float(width['number']) * bolder:g}", said["stroke-width"]
            )
        return "".join(f' {name}="{value}"' for name, value in said.items())

    text = "".join(line.strip() for line in svg.splitlines())
    root = f'<svg xmlns="http://www.w3.org/2000/svg" color="{tokens()["text"]}"'
    return _CLASS.sub(attributes, text).replace("<svg", root, 1)


def rasterised(svg: str, width: int) -> Image.Image:
    """A painted drawing in pixels, so many wide, transparent where nothing is drawn. Takes some 60 ms."""
    return Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)))


def _rules() -> list[tuple[str, Mapping[str, str]]]:
    """Each class of a drawing with what it says, in the order of the stylesheet: what comes later wins."""
    colours = tokens()
    css = _MEDIA.sub("", _COMMENT.sub("", _STYLES.read_text(encoding="utf-8")))
    css = _COLOUR.sub(lambda match: colours.get(match["name"], match[0]), css)
    rules: list[tuple[str, Mapping[str, str]]] = []
    for rule in _RULE.finditer(css):
        pairs = (line.split(":", 1) for line in rule["declarations"].split(";") if ":" in line)
        said = {name.strip(): value.strip() for name, value in pairs if name.strip() in _SAID}
        rules += [(selector.strip().removeprefix("."), said) for selector in rule["selectors"].split(",")]
    return rules

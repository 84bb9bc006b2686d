"""Flat shapes for what cannot be SVG: social cards and icons. The same five arches as the glyphs of the site.

Each function gives the outline of a shape, with `x`, `y` its upper left corner; a Poster fills it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

Outline = Sequence[tuple[float, float]]

_SMOOTH = 4
"""How much larger a poster is drawn than it is shown: reducing it once smooths every edge."""


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A block."""
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def disc(x: float, y: float, radius: float) -> Outline:
    """A circle around (x, y)."""
    return _arc(x, y, radius, 0, 360)


def arch(x: float, y: float, width: float, height: float) -> Outline:
    """A Roman arch: a half-circle on two legs."""
    radius = width / 2
    return [(x, y + height), *_arc(x + radius, y + radius, radius, 180, 360), (x + width, y + height)]


def pointed(x: float, y: float, width: float, height: float) -> Outline:
    """A pointed arch: two arcs with the width for a radius."""
    spring = y + width * math.sqrt(3) / 2
    left = _arc(x + width, spring, width, 180, 240)
    right = _arc(x, spring, width, 300, 360)
    return [(x, y + height), *left, *right, (x + width, y + height)]


def chamfered(x: float, y: float, width: float, height: float, cut: float = 0.27) -> Outline:
    """An arch with cut corners."""
    corner = width * cut
    return [(x, y + height), (x, y + corner), (x + corner, y), (x + width - corner, y), (x + width, y + corner),
            (x + width, y + height)]  # fmt: skip


def bow(x: float, base: float, span: float, rise: float) -> Outline:
    """The segment of a circle on a chord at `base`: the bow of the Waal bridge."""
    radius = (span * span / 4 + rise * rise) / (2 * rise)
    half = math.degrees(math.asin(span / 2 / radius))
    return _arc(x + span / 2, base - rise + radius, radius, 270 - half, 270 + half)


def bow_height(x: float, base: float, span: float, rise: float, at: float) -> float:
    """Where a bow is above the point `at` of its chord: the upper end of a hanger."""
    radius = (span * span / 4 + rise * rise) / (2 * rise)
    return base - rise + radius - math.sqrt(radius**2 - (at - x - span / 2) ** 2)


def _arc(x: float, y: float, radius: float, start: float, end: float) -> Outline:
    """Points along a circle, clockwise, in degrees from three o'clock."""
    steps = max(8, round(abs(end - start)))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


class Poster:
    """A canvas for flat shapes."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        """A canvas of one colour: `#rrggbb`, or `#rrggbb00` when it is to be transparent."""
        mode = "RGB" if len(ground) == len("#rrggbb") else "RGBA"
        self._image = Image.new(mode, (width * _SMOOTH, height * _SMOOTH), ground)
        self._draw = ImageDraw.Draw(self._image)

    def fill(self, colour: str, *outlines: Outline) -> None:
        """Fill shapes with one colour."""
        for outline in outlines:
            self._draw.polygon([(x * _SMOOTH, y * _SMOOTH) for x, y in outline], fill=colour)

    def lines(self, colour: str, width: float, lines: Iterable[Outline]) -> None:
        """Draw lines."""
        for line in lines:
            points = [(x * _SMOOTH, y * _SMOOTH) for x, y in line]
            self._draw.line(points, fill=colour, width=round(width * _SMOOTH), joint="curve")

    def image(self) -> Image.Image:
        """The finished picture."""
        return self._image.reduce(_SMOOTH)

"""What stands on a social card beside the words: the picture of a place, drawn like the covers of the site.

Every drawing stands on the deck at BASE and keeps to the right of LEFT.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.art.drawing import Outline, Poster, arch, bow, bow_height, chamfered, disc, pointed, rectangle
from portal.art.emblem import Emblem
from portal.art.palette import Palette
from portal.schema.drawings import Arch, Scene

LEFT = 716
BASE = 534
_MIDDLE = 936

Art = Callable[[Poster, Palette, Emblem], None]


def brain(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """Roman arches within each other, a door in the innermost."""
    for colour, width in ((hue.chalk, 440), (hue.river, 340), (hue.sun, 240), (hue.ink, 120)):
        poster.fill(colour, arch(_MIDDLE - width / 2, BASE - width / 2 - 190, width, width / 2 + 190))


def bridge(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """The bow of the bridge on its piers, and a chip that hangs in it by its own wires."""
    deck, span, rise, foot, thick = BASE - 104, 468, 230, 34, 32
    x, inner, inner_rise = _MIDDLE - span / 2, span - 2 * foot, rise - thick
    poster.fill(hue.sky, bow(x, deck, span, rise), rectangle(x, deck, span, 104))
    poster.fill(hue.river, bow(x + foot, deck, inner, inner_rise))
    poster.fill(hue.river, *(arch(x + 14 + i * 113, deck + 22, 101, 82) for i in range(4)))
    hangers = [x + foot + inner * i / 12 for i in range(1, 12)]
    tops = [bow_height(x + foot, deck, inner, inner_rise, at) - 2 for at in hangers]
    poster.lines(hue.chalk, 4, ([(at, top), (at, deck)] for at, top in zip(hangers, tops, strict=True)))
    _chip(poster, hue, deck - 142, 132)


def city(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """Pointed arches, and the tower of St Stephen's between two gables."""
    poster.fill(hue.sun, pointed(_MIDDLE - 220, BASE - 470, 440, 470))
    poster.fill(hue.sky, pointed(_MIDDLE - 178, BASE - 414, 356, 414))
    for x, width, height in ((_MIDDLE - 150, 92, 150), (_MIDDLE + 58, 92, 176)):
        gable = [(width / 2, 0), (width / 2, height), (0, height + 46)]
        poster.fill(hue.chalk, _mirrored(x + width / 2, gable))
        windows = [arch(x + 16, BASE - height + 26, 22, 34), arch(x + width - 38, BASE - height + 26, 22, 34)]
        poster.fill(hue.ink, *windows, arch(x + width / 2 - 14, BASE - 46, 28, 46))
    _tower(poster, hue)


def _tower(poster: Poster, hue: Palette) -> None:
    """Shaft, octagon, bell roof, lantern, spire: true in the order of its parts."""
    x = _MIDDLE
    poster.fill(hue.ink, rectangle(x - 46, BASE - 190, 92, 190), rectangle(x - 34, BASE - 254, 68, 64))
    poster.fill(hue.ink, _mirrored(x, [(34, 254), (30, 274), (12, 286), (11, 318)]))
    poster.fill(hue.ink, _mirrored(x, [(14, 318), (3, 340), (2, 380)]))
    poster.fill(hue.sun, pointed(x - 30, BASE - 172, 24, 74), pointed(x + 6, BASE - 172, 24, 74))
    poster.fill(hue.sun, disc(x, BASE - 222, 16), disc(x, BASE - 354, 6), pointed(x - 16, BASE - 58, 32, 58))


def _mirrored(x: float, half: Outline) -> Outline:
    """A shape with two equal sides around x, given its right one from the foot up: how far out, how high."""
    return [*((x - out, BASE - up) for out, up in half), *((x + out, BASE - up) for out, up in reversed(half))]


def park(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """Twin arches: the trees of the estate, and a tower of eleven storeys."""
    for x in (LEFT - 4, LEFT + 226):
        poster.fill(hue.chalk, arch(x, BASE - 430, 216, 430))
        poster.fill(hue.sky, arch(x + 18, BASE - 412, 180, 412))
    for x, radius in ((LEFT + 80, 58), (LEFT + 158, 36)):
        poster.fill(hue.sea, disc(x, BASE - radius * 2.6, radius))
        fork = [(x, BASE - radius * 1.3), (x + radius * 0.45, BASE - radius * 1.75)]
        poster.lines(hue.ink, 5, [[(x, BASE), (x, BASE - radius * 2.6)], fork])
    x, storeys = LEFT + 276, 11
    poster.fill(hue.brick, rectangle(x, BASE - 300, 116, 300))
    for storey in range(storeys):
        for window in range(4):
            colour = hue.chalk if (storey + window * 3) % 5 else hue.sun
            poster.fill(colour, rectangle(x + 12 + window * 25, BASE - 288 + storey * 26, 16, 14))


def works(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """An arch with cut corners: a chip over the saw-tooth roofs of a hall."""
    poster.fill(hue.chalk, chamfered(_MIDDLE - 220, BASE - 430, 440, 430))
    poster.fill(hue.river, chamfered(_MIDDLE - 196, BASE - 406, 392, 406))
    chip, top, pins = 140, BASE - 340, 6
    x = _MIDDLE - chip / 2
    steps = [chip * (pin + 0.5) / pins for pin in range(pins)]
    poster.lines(hue.chalk, 5, ([(x + step, top - 26), (x + step, top + chip + 26)] for step in steps))
    poster.lines(hue.chalk, 5, ([(x - 26, top + step), (x + chip + 26, top + step)] for step in steps))
    _chip(poster, hue, top, chip)
    tooth, left = 62, _MIDDLE - 186
    roofs: list[tuple[float, float]] = [(left, BASE)]
    for i in range(6):
        roofs += [(left + i * tooth, BASE - 84), (left + (i + 1) * tooth, BASE - 122)]
    poster.fill(hue.chalk, [*roofs, (left + 6 * tooth, BASE)])
    poster.fill(hue.ink, *(arch(left + i * tooth + 17, BASE - 58, 28, 58) for i in range(6)))


def _chip(poster: Poster, hue: Palette, top: float, size: float) -> None:
    """A chip with a door in it."""
    rim, door = size * 0.16, size * 0.34
    poster.fill(hue.sun, rectangle(_MIDDLE - size / 2, top, size, size))
    poster.fill(hue.brick, rectangle(_MIDDLE - size / 2 + rim, top + rim, size - 2 * rim, size - 2 * rim))
    poster.fill(hue.sun, arch(_MIDDLE - door / 2, top + 2 * rim, door, size - 3 * rim))


def arches(poster: Poster, hue: Palette, emblem: Emblem) -> None:
    """The arch of the place itself, each smaller one in the next."""
    ground = getattr(hue, emblem.hue)
    for colour, size in ((hue.chalk, 440), (ground, 340), (hue.sun, 240), (hue.ink, 120)):
        poster.fill(colour, *glyph(emblem.arch, _MIDDLE - size / 2, BASE - size, size))


def glyph(form: Arch, x: float, y: float, size: float) -> list[Outline]:
    """The arch alone, as high as a letter: the same as in components/glyph.html."""
    unit = size / 32
    match form:
        case "roman":
            return [arch(x + 3 * unit, y + 2 * unit, 26 * unit, 30 * unit)]
        case "bow":
            return [bow(x, y + 29 * unit, 32 * unit, 11 * unit)]
        case "twin":
            return [arch(x + at * unit, y + 8 * unit, 14 * unit, 24 * unit) for at in (1, 17)]
        case "cut":
            return [chamfered(x + 3 * unit, y + 3 * unit, 26 * unit, 29 * unit)]
        case "pointed":
            return [pointed(x + 4 * unit, y, 24 * unit, 32 * unit)]


ART: Mapping[Scene, Art] = {
    "arches": arches,
    "brain": brain,
    "bridge": bridge,
    "city": city,
    "park": park,
    "works": works,
}
"""The drawing of each form."""

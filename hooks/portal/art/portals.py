"""Portals: the gate that is drawn for an organisation, always the same one for the same organisation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from portal.schema.landmark import Landmark
from portal.schema.partner import Partner, PartnerKind

ARCHES = ("roman", "pointed", "cut", "horseshoe", "parabola", "keel", "stepped")
"""The arches of drawings/arches.html that hold a smaller one of their own."""
GROUNDS = ("sky", "sun", "sea")
STONES = ("chalk", "ink", "river", "brick", "sea", "sun", "sky")
"""The colours of the palette; each ring of a gate has another."""

LEAVES = tuple(stone for stone in STONES if stone != "ink")
"""A door is painted; its lines are of ink."""


@dataclass(frozen=True)
class Portal:
    """What a gate is drawn from."""

    ground: str
    """The colour it stands in: that of the campus or cluster of the organisation."""
    emblem: str
    """The arch of that campus or cluster, as the keystone; or nothing."""
    arch: str
    """What sort of organisation it is."""
    rings: tuple[str, ...]
    """The colours of its rings, from the outside to the inside."""
    leaf: str
    double: bool
    bars: int
    """Of the fanlight."""
    panels: int
    """Of a leaf of the door, one above the other."""
    steps: int


def portal(partner: Partner, landmark: Landmark | None) -> Portal:
    """The gate of an organisation: its kind gives the arch, its place the colour, its name the rest."""
    numbers = hashlib.sha256(f"portal/{partner.slug}".encode()).digest()
    ground = landmark.hue if landmark else GROUNDS[numbers[0] % len(GROUNDS)]
    rings = _colours(numbers[1:6], ground, 2 + numbers[6] % 3)
    return Portal(
        ground=ground,
        emblem=landmark.arch if landmark else "",
        arch=ARCHES[get_args(PartnerKind).index(partner.kind) % len(ARCHES)],
        rings=rings,
        leaf=_colours(numbers[7:8], rings[-1], 1, LEAVES)[0],
        double=bool(numbers[8] % 2),
        bars=2 + numbers[9] % 5,
        panels=1 + numbers[10] % 3,
        steps=1 + numbers[11] % 3,
    )


def _colours(numbers: Sequence[int], before: str, count: int, of: Sequence[str] = STONES) -> tuple[str, ...]:
    """So many colours, none of them that of its neighbour."""
    chosen = [before]
    for number in numbers[:count]:
        others = [stone for stone in of if stone not in chosen[-2:]]
        chosen.append(others[number % len(others)])
    return tuple(chosen[1:])

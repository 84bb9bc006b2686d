"""The bow of the ecosystem: parties along a half-circle, as on the bridge, with what connects them below it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1640, 800
CENTRE_X, CENTRE_Y = WIDTH / 2, HEIGHT - 4
RADIUS = 440
"""Of the ring on which the parties stand."""
BAND = 16
"""How wide that ring is."""
PULL = 0.22
"""How far from the middle a line passes, as a part of the way: the less, the rounder."""


@dataclass(frozen=True)
class Place:
    """Where a party stands on the bow."""

    x: int
    y: int
    """Where its lines begin, on the inside of the ring."""
    label_x: int
    label_y: int
    turn: float
    """By how many degrees its name is turned, so that it runs outwards and is never upside down."""
    ends_here: bool
    """Whether the name ends at the ring, on the left, or begins there."""
    start: tuple[int, int]
    end: tuple[int, int]
    """The ends of its piece of the ring."""


def places(count: int) -> list[Place]:
    """So many places along the bow, from the left to the right."""
    step = math.pi / count
    return [_place(math.pi - (at + 0.5) * step, step) for at in range(count)]


def _place(angle: float, step: float) -> Place:
    left = angle > math.pi / 2
    turn = 180 - math.degrees(angle) if left else -math.degrees(angle)
    gap = min(step * 0.08, 0.006)
    return Place(
        *_at(angle, RADIUS - BAND),
        *_at(angle, RADIUS + BAND),
        round(turn, 2),
        left,
        _at(angle + step / 2 - gap, RADIUS),
        _at(angle - step / 2 + gap, RADIUS),
    )


def _at(angle: float, radius: float) -> tuple[int, int]:
    return round(CENTRE_X + radius * math.cos(angle)), round(CENTRE_Y - radius * math.sin(angle))


Line = tuple[int, int, int, int, int, int]
"""From a point, past another, to a third."""


def lines(all_places: Sequence[Place], pairs: Sequence[tuple[int, int]]) -> list[list[Line]]:
    """By place, the lines that end there: each is there twice, so that styles alone can light all lines of a party."""
    found: list[list[Line]] = [[] for _ in all_places]
    for one, other in pairs:
        line = _line(all_places[one], all_places[other])
        found[one].append(line)
        found[other].append(line)
    return found


def _line(one: Place, other: Place) -> Line:
    past_x = CENTRE_X + ((one.x + other.x) / 2 - CENTRE_X) * PULL
    past_y = CENTRE_Y + ((one.y + other.y) / 2 - CENTRE_Y) * PULL
    return one.x, one.y, round(past_x), round(past_y), other.x, other.y

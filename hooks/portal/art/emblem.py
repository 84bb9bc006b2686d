"""The look by which one knows a part of the site at any size: of a cluster, of a campus, and of the city itself."""

from __future__ import annotations

from dataclasses import dataclass

from portal.schema.drawings import Arch, Hue, Scene


@dataclass(frozen=True)
class Emblem:
    """What a campus or cluster says of its own look, for what is neither."""

    hue: Hue
    arch: Arch
    drawing: Scene


CITY = Emblem("brick", "pointed", "city")
"""Of everything that belongs to no cluster and no campus."""

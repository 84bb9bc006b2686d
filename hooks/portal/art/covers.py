"""Covers: what the drawn cover of a story is made from. A story always gets the same picture, in every language."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from portal.model.page import Page
from portal.schema.page import Story


@dataclass(frozen=True)
class Cover:
    """What varies a drawing, and what it counts."""

    seed: tuple[int, ...]
    """Eight numbers from 0 to 255 that belong to the file name of a story."""
    count: int
    """How many partners and sources the story has: what its picture counts, in arches, windows or wires."""
    drawing: str
    """The composition that the story asks for; empty lets the seed choose."""


def cover_of(page: Page[Story]) -> Cover:
    """The cover of a story. `picture/` was chosen so that the first nine stories get nine compositions."""
    story = page.about
    seed = tuple(hashlib.sha256(f"picture/{page.slug}".encode()).digest()[:8])
    return Cover(seed, len(story.partners) + len(story.sources), story.cover or "")

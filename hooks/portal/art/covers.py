"""Covers: what the drawn cover of a story is made from. A story always gets the same picture, in both languages."""

from __future__ import annotations

import hashlib

from portal.schema.page import Story


def seed(slug: str) -> tuple[int, ...]:
    """Eight numbers from 0 to 255 that belong to the file name of a story.

    `picture/` was chosen so that the first nine stories get nine compositions.
    """
    return tuple(hashlib.sha256(f"picture/{slug}".encode()).digest()[:8])


def count(story: Story) -> int:
    """How many partners and sources a story has: what its picture counts, in arches, windows or wires."""
    return len(story.partners) + len(story.sources)

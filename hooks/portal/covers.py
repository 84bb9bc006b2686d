"""What varies the drawn cover of a story, so that the same story always has the same cover."""

from __future__ import annotations

import hashlib


def seed(key: str) -> tuple[int, ...]:
    """Eight numbers from 0 to 255 that belong to a key."""
    return tuple(hashlib.sha256(key.encode()).digest()[:8])

"""The moments at which work on what is online could be cut off. The tests cut it off at each of them."""

from __future__ import annotations

from collections.abc import Callable

LISTENERS: list[Callable[[str], None]] = []
"""Called at each moment with its name; empty but for a test of faults."""


def reached(moment: str) -> None:
    """Say that a moment has come: `built`, `sealed`, `switched`, ..."""
    for listener in LISTENERS:
        listener(moment)

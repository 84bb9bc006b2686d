"""What the rules of the dialect note while they work, for the findings of the page."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, cast

from portal.markdown.findings import Found, Lost


@dataclass
class Notes:
    """Filled during one conversion; lines count from 0, as the parser counts them, until they become findings."""

    bad_attributes: list[Found] = field(default_factory=list)
    stray_attributes: list[Found] = field(default_factory=list)
    boxes_without_title: list[Found] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    undefined: list[Found] = field(default_factory=list)
    unclosed: list[Found] = field(default_factory=list)
    open_fences: list[Found] = field(default_factory=list)
    line: int = 0
    """The line at which the paragraph starts whose inside is being read."""
    element: str = ""
    """The element around it."""
    toc: list[Any] = field(default_factory=list)


def notes(env: MutableMapping[str, Any]) -> Notes:
    """The notes of the conversion that this environment belongs to."""
    return cast("Notes", env["notes"])

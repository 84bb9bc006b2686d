"""Events: days that somebody mistyped."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.site import Site
from portal.schema.event import Event
from portal.words.problem import Problem

LONGEST = 366
"""Days. A festival is shorter; what is longer is no event but a year mistyped."""


def check(site: Site) -> Iterator[Problem]:
    """Events that last for more than a year."""
    for event in site.all(Event).values():
        if event.starts and event.ends and (days := (event.ends - event.starts).days + 1) > LONGEST:
            yield event.file.problem("event.long", "ends", days=days, starts=event.starts, ends=event.ends)

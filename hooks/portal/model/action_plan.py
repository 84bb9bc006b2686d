"""The action plan, put together: its actions with the numbers that follow from their places, and those of one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from portal.model.site import Site
from portal.schema.action_plan import Action, ActionLine, Theme
from portal.schema.entry import Entry

SHOWN = 6
"""How many actions the page of a party or campus lists: the plan has the rest."""


@dataclass(frozen=True)
class Numbered:
    """An action with its number, such as 1.4: the fourth of the first line."""

    number: str
    action: Action
    theme: Theme
    line: ActionLine


@dataclass(frozen=True)
class Part:
    """Some of the actions of somebody, and how many there are."""

    actions: list[Numbered]
    count: int


def numbered(site: Site) -> Iterator[Numbered]:
    """Every action, in the order of the plan."""
    counted: Counter[str] = Counter()
    for action in site.all(Action).values():
        theme = site.all(Theme)[action.theme]
        line = site.all(ActionLine)[theme.line]
        counted[line.slug] += 1
        yield Numbered(f"{line.order}.{counted[line.slug]}", action, theme, line)


def actions_of(site: Site, entry: Entry) -> Part:
    """The actions that name a party or a campus, the first few of them."""
    slugs = {reference.key[1] for reference in site.naming(entry) if isinstance(reference.owner, Action)}
    found = [one for one in numbered(site) if one.action.slug in slugs]
    return Part(found[:SHOWN], len(found))

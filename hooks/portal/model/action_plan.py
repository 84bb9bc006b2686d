"""The action plan, put together: its actions with the numbers that follow from their places, and those of one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.model.site import Party, Site
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


NEWS = 3


def news(site: Site) -> list[Numbered]:
    """The actions of which a source last said how they stand, the newest first."""
    told = [one for one in numbered(site) if one.action.status.state != "unknown"]
    return sorted(told, key=lambda one: str(one.action.status.as_of), reverse=True)[:NEWS]


def by_party(site: Site, actions: Sequence[Numbered]) -> list[tuple[Party, list[Numbered]]]:
    """Who takes part in which actions, those with most first."""
    found: dict[str, list[Numbered]] = {}
    for one in actions:
        for slug in one.action.with_:
            found.setdefault(slug, []).append(one)
    known = [(site.parties[slug], of) for slug, of in found.items() if slug in site.parties]
    return sorted(known, key=lambda item: (-len(item[1]), item[0].slug))


def actions_of(site: Site, entry: Entry) -> Part:
    """The actions that name a party or a campus, the first few of them."""
    slugs = {reference.key[1] for reference in site.naming(entry) if isinstance(reference.owner, Action)}
    found = [one for one in numbered(site) if one.action.slug in slugs]
    return Part(found[:SHOWN], len(found))

"""The relations of a party as a bridge: every other party on the deck, once, and the sentences that lead there."""

from __future__ import annotations

from dataclasses import dataclass

from portal.model.sentences import Sentence
from portal.model.site import Party


@dataclass(frozen=True)
class End:
    """Another party, and where it stands on the deck, counted from one end."""

    party: Party
    at: int
    goes: tuple[int, ...]
    """The sentences, counted from 1, in which the one whose bridge it is does something with it."""
    comes: tuple[int, ...]
    """Those in which it is the other way round."""


@dataclass(frozen=True)
class Bridge:
    """A deck with the party itself in the middle."""

    slug: str
    centre: int
    """Where the party itself stands."""
    ends: tuple[End, ...]
    sentences: tuple[Sentence, ...]

    @property
    def length(self) -> int:
        """How many places the deck has."""
        return len(self.ends) + 1


def relation_bridge(slug: str, sentences: list[Sentence]) -> Bridge | None:
    """The bridge of a party, from its relations as sentences; nothing when it has none."""
    goes: dict[Party, list[int]] = {}
    comes: dict[Party, list[int]] = {}
    for number, sentence in enumerate(sentences, 1):
        way = goes if sentence.relation.from_ == slug else comes
        for part in sentence.parts:
            if part.party and part.party.slug != slug:
                way.setdefault(part.party, []).append(number)
    # What the party does on the one hand, what is done to it on the other; the middle is in the middle.
    others = list(dict.fromkeys([*goes, *comes]))
    if not others:
        return None
    centre = len(others) // 2
    places = [place for place in range(len(others) + 1) if place != centre]
    ends = (
        End(party, at, tuple(goes.get(party, ())), tuple(comes.get(party, ())))
        for party, at in zip(others, places, strict=True)
    )
    return Bridge(slug, centre, tuple(ends), tuple(sentences))

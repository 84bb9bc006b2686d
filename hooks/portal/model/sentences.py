"""Relations as sentences: the verb's words, and the names between them for a template to link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from portal.model.site import Party, Site
from portal.schema.relation import Direction, Relation, Verb
from portal.words.formats import capitalized, listed


@dataclass(frozen=True)
class Part:
    """A piece of a sentence: words, or the name of a party."""

    text: str
    party: Party | None = None


@dataclass(frozen=True)
class Sentence:
    """A relation told from one of its ends."""

    parts: tuple[Part, ...]
    relation: Relation


def sentences(site: Site, slug: str, locale: str) -> list[Sentence]:
    """What a party does, then what is done to it, each as a sentence."""
    forward = [
        Sentence(_parts(site, relation, "forward", relation.to, locale), relation)
        for relation in site.relations_from.get(slug, ())
    ]
    backward = [
        Sentence(_parts(site, relation, "backward", (slug,), locale), relation)
        for relation in site.relations_to.get(slug, ())
    ]
    return forward + backward


def _parts(site: Site, relation: Relation, direction: Direction, to: tuple[str, ...], locale: str) -> tuple[Part, ...]:
    def parts() -> Iterator[Part]:
        sentence = site.all(Verb)[relation.verb].sentence(direction)[locale]
        for words, name, _, _ in Formatter().parse(sentence):
            if words:
                yield Part(words)
            slugs = {"from": (relation.from_,), "to": to}.get(name or "", ())
            for item in listed(len(slugs), site.territory(locale)):
                if isinstance(item, str):
                    yield Part(item)
                else:
                    party = site.parties[slugs[item]]
                    yield Part(party.name_in_text[locale], party)

    first, *rest = parts()
    return Part(capitalized(first.text), first.party), *rest

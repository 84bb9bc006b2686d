"""Relations as sentences: the verb's words, and the names between them for a template to link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from portal.model.site import Party, Site
from portal.schema.fields import Localized
from portal.schema.relation import Relation, Verb
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
    """What a party does, then what is done to it, each as a sentence. What differs in a name alone is one."""
    verbs = site.all(Verb)
    told = []
    for group in _alike(site.relations_from.get(slug, ())):
        to = tuple(dict.fromkeys(end for relation in group for end in relation.to))
        told.append(Sentence(_parts(site, verbs[group[0].verb].forward, (slug,), to, locale), group[0]))
    for group in _alike(site.relations_to.get(slug, ()), lambda relation: bool(verbs[relation.verb].backward_many)):
        from_ = tuple(dict.fromkeys(relation.from_ for relation in group))
        sentence = verbs[group[0].verb].sentence("backward", several=len(from_) > 1)
        told.append(Sentence(_parts(site, sentence, from_, (slug,), locale), group[0]))
    return told


def told(site: Site, relation: Relation, locale: str) -> Sentence:
    """A relation as it is written: what the one does to the others."""
    sentence = site.all(Verb)[relation.verb].forward
    return Sentence(_parts(site, sentence, (relation.from_,), relation.to, locale), relation)


def said(site: Site, relation: Relation, to: str, locale: str) -> str:
    """What a relation says of one of those at its other end, as plain words."""
    sentence = site.all(Verb)[relation.verb].forward
    return "".join(part.text for part in _parts(site, sentence, (relation.from_,), (to,), locale))


def _alike(relations: Iterable[Relation], may: Callable[[Relation], bool] = lambda _: True) -> list[list[Relation]]:
    """Relations that say the same of the same day, together where they may be."""
    groups: dict[object, list[Relation]] = {}
    for relation in relations:
        alike = (
            (relation.verb, relation.as_of, relation.since, relation.until, relation.note)
            if may(relation)
            else relation.slug
        )
        groups.setdefault(alike, []).append(relation)
    return list(groups.values())


def _parts(
    site: Site, sentence: Localized, from_: tuple[str, ...], to: tuple[str, ...], locale: str
) -> tuple[Part, ...]:
    def parts() -> Iterator[Part]:
        for words, name, _, _ in Formatter().parse(sentence[locale]):
            if words:
                yield Part(words)
            slugs = {"from": from_, "to": to}.get(name or "", ())
            for item in listed(len(slugs), site.territory(locale)):
                if isinstance(item, str):
                    yield Part(item)
                else:
                    party = site.parties[slugs[item]]
                    yield Part(party.name_in_text[locale], party)

    first, *rest = parts()
    return Part(capitalized(first.text), first.party), *rest

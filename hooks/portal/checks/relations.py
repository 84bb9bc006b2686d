"""Relations: the ends differ, each is said once, and each verb has a sentence for both directions."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import get_args

from portal.model.site import Site
from portal.schema.relation import PARTIES, Direction, Relation, Verb
from portal.words.problem import Place, Problem


def check(site: Site) -> Iterator[Problem]:
    """Relations of a party with itself or that stand twice, and verbs without their two names."""
    for relation in site.all(Relation).values():
        if relation.from_ in relation.to:
            yield relation.file.problem("relation.self", "to", found=relation.from_)
    yield from _said_once(site)
    yield from _one_meaning(site)
    for verb in site.all(Verb).values():
        for direction in get_args(Direction):
            for locale, sentence in verb.sentence(direction).items():
                if sorted(_placeholders(sentence)) != ["from", "to"]:
                    yield verb.file.problem("verb.placeholder", direction, locale)


def _said_once(site: Site) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], Place] = {}
    for relation in site.all(Relation).values():
        for i, slug in enumerate(relation.to):
            triple = (relation.from_, relation.verb, slug)
            if triple in seen:
                words = {"found": " ".join(triple), "other": seen[triple].path}
                yield relation.file.problem("relation.twice", "to", i, **words)
            seen.setdefault(triple, relation.file)


def _one_meaning(site: Site) -> Iterator[Problem]:
    """Relations name an end by slug alone, so a slug may not be both an organisation and a programme."""
    seen: dict[str, Place] = {}
    for collection in reversed(PARTIES):
        for slug, entry in site.content.entries.get(collection, {}).items():
            if slug in seen:
                yield entry.file.problem("party.twice", found=slug, other=seen[slug].path)
            seen.setdefault(slug, entry.file)


def _placeholders(sentence: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
    except ValueError:  # a single brace
        return []

"""Relations: both ends exist and differ, each is said once, and each verb has a sentence for both directions."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from portal.model.site import Site, data_path
from portal.words.problem import Place, Problem, guess

PARTIES = ("partners", "campuses", "programmes")


def check(site: Site) -> Iterator[Problem]:
    """Relations that lead nowhere or stand twice, and verbs without their two names."""
    yield from _ends(site)
    yield from _said_once(site)
    yield from _one_meaning(site)
    for verb in site.verbs.values():
        for direction in ("forward", "backward"):
            for locale in ("nl", "en"):
                if sorted(_placeholders(getattr(verb, direction)[locale])) != ["from", "to"]:
                    yield verb.file.problem("verb.placeholder", direction, locale)


def _ends(site: Site) -> Iterator[Problem]:
    for relation in site.relations.values():
        ends = [("from",), *(("to", i) for i in range(len(relation.to)))]
        for at, slug in zip(ends, (relation.from_, *relation.to), strict=True):
            if slug not in site.parties and not _has_own_problem(site, slug):
                path = data_path("partners", slug)
                yield relation.file.problem(
                    "reference.unknown", *at, found=slug, path=path, guess=guess(slug, site.parties)
                )
        if relation.from_ in relation.to:
            yield relation.file.problem("relation.self", "to", found=relation.from_)


def _said_once(site: Site) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], Place] = {}
    for relation in site.relations.values():
        for i, slug in enumerate(relation.to):
            triple = (relation.from_, relation.verb, slug)
            if triple in seen:
                words = {"found": " ".join(triple), "other": seen[triple].path}
                yield relation.file.problem("relation.twice", "to", i, **words)
            seen.setdefault(triple, relation.file)


def _one_meaning(site: Site) -> Iterator[Problem]:
    """Relations name an end by slug alone, so a slug may not be both an organisation and a programme."""
    seen: dict[str, Place] = {}
    for collection in PARTIES:
        for slug, entry in site.content.entries.get(collection, {}).items():
            if slug in seen:
                yield entry.file.problem("party.twice", found=slug, other=seen[slug].path)
            seen.setdefault(slug, entry.file)


def _has_own_problem(site: Site, slug: str) -> bool:
    return any(data_path(collection, slug) in site.content.unread for collection in PARTIES)


def _placeholders(sentence: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
    except ValueError:  # a single brace
        return []

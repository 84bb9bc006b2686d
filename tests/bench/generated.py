"""A site of any size in the product's own model: the same for the same number, on every machine.

N stories a language, a fifth as many partners, each with a relation to three others, half as many sources; two
clusters and two campuses.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import PARTNER, SMALL, SOURCE, Files, cluster, make_project, page

WORDS = {
    "nl": (
        "de", "het", "een", "en", "van", "in", "niet", "stad", "rivier", "brug", "fabriek", "dokter", "licht", "straat",
        "werk", "huis", "trein", "leren", "bouwen", "meten", "maken", "zien", "weten", "helpen", "groot", "klein",
        "nieuw", "samen", "vroeger", "morgen", "buiten", "onder", "boven", "tussen",
    ),
    "en": (
        "the", "a", "an", "and", "of", "in", "not", "city", "river", "bridge", "factory", "doctor", "light", "street",
        "work", "house", "train", "learn", "build", "measure", "make", "see", "know", "help", "large", "small",
        "new", "together", "before", "morning", "outside", "under", "above", "between",
    ),
}  # fmt: skip
"""Words by language: a text in another one would be refused."""
HEALTH_AND_TECH = ("health", "high-tech")
CAMPUSES = {"east": "hue: sun\narch: twin\ndrawing: park", "west": "hue: sky\narch: cut\ndrawing: works"}
NEWEST = date(2026, 11, 20)
PARTNERS_A_STORY = 3
FEWEST_PARTNERS = 8
"""With fewer, a relation would be said twice."""


def project(root: Path, stories: int) -> Path:
    """Make a project with so many stories in each language."""
    return make_project(root, files(stories))


def pages(stories: int) -> int:
    """How many pages an editor would count: stories and partners, in each language."""
    return len(WORDS) * (stories + partners(stories))


def partners(stories: int) -> int:
    """How many partners there are beside so many stories."""
    return max(stories // 5, FEWEST_PARTNERS)


def files(stories: int) -> Files:
    """The files that are added to the smallest site."""
    made: dict[str, str | bytes | None] = {path: None for path in SMALL if "/a-story" in path or "/relations/" in path}
    made["content/data/clusters/high-tech.yml"] = cluster(
        "High tech", "hue: sky\narch: twin\ndrawing: works\ncovers: technology\n"
    )
    for locale in WORDS:
        made[f"content/{locale}/clusters/high-tech.md"] = page(
            "High tech", "sources: [a-source]", body=_text(2, [], locale)
        )
        made[f"content/{locale}/campuses/index.md"] = page("Campuses")
        for key in ("living", "working", "starting", "life", "about"):
            made[f"content/{locale}/{key}.md"] = page(key.title(), body=_text(3, [], locale))
        for slug in CAMPUSES:
            made[f"content/{locale}/campuses/{slug}.md"] = page(slug, "sources: [a-source]", body=_text(4, [], locale))
    for slug, look in CAMPUSES.items():
        made[f"content/data/campuses/{slug}.yml"] = _campus(slug, look)
    for number in range(max(stories // 2, 1)):
        made[f"content/data/sources/source-{number}.yml"] = SOURCE.replace("/a\n", f"/{number}\n")
    for number in range(partners(stories)):
        made[f"content/data/partners/partner-{number}.yml"] = _partner(number)
        made[f"content/data/relations/relation-{number}.yml"] = _relation(number, partners(stories))
    for locale in WORDS:
        for number in range(stories):
            made[f"content/{locale}/stories/story-{number}.md"] = _story(number, stories, locale)
    return made


def _campus(slug: str, look: str) -> str:
    place = f"map: {{x: 450, y: {100 * len(slug) + ord(slug[0])}, where: {{nl: daar, en: there}}}}"
    return f"""\
name: Campus {slug}
summary:
  nl: Een campus die alleen in deze meting bestaat en nergens anders.
  en: A campus that exists in this benchmark alone and nowhere else.
{look}
{place}
sources: [a-source]
"""


def _partner(number: int) -> str:
    """An organisation of some kind, of one or two clusters, on a campus or not."""
    kind = ("hospital", "company", "network", "school")[number % 4]
    clusters = (", ".join(HEALTH_AND_TECH), *HEALTH_AND_TECH)[number % 3]
    text = PARTNER.replace("Ziekenhuis", f"Organisatie {number}").replace("Hospital", f"Organisation {number}")
    text = text.replace("kind: hospital", f"kind: {kind}").replace("[health]", f"[{clusters}]")
    campus = ("", *(f"campus: {slug}\n" for slug in CAMPUSES))[number % 3]
    return f"{text}place: nijmegen\n{campus}"


def _relation(number: int, of: int) -> str:
    """An organisation works with the three that come after it."""
    to = ", ".join(f"partner-{(number + step) % of}" for step in (1, 2, 3))
    return f"from: partner-{number}\nverb: works-with\nto: [{to}]\nsources: [a-source]\n"


def _story(number: int, stories: int, locale: str) -> str:
    drawn = random.Random(number)  # noqa: S311 - the same on every machine is what is wanted
    named = sorted(drawn.sample(range(partners(stories)), PARTNERS_A_STORY))
    linked = [f"[organisatie {partner}](../partners/partner-{partner}.md)" for partner in named]
    if number:
        linked.append(f"[eerder](story-{drawn.randrange(number)}.md)")
    fields = (
        f"slug: story-{number}",
        f"cluster: {HEALTH_AND_TECH[number % 2]}",
        "place: nijmegen",
        f"partners: [{', '.join(f'partner-{partner}' for partner in named)}]",
        f"sources: [a-source, source-{number % max(stories // 2, 1)}]",
        *([f"campus: {list(CAMPUSES)[number % len(CAMPUSES)]}"] if number % 3 else []),
    )
    text = page(f"Story {number} {locale}", *fields, body=_text(number, linked, locale))
    return text.replace("2026-11-21", str(NEWEST - timedelta(days=number % 400)))


def _text(seed: int, links: list[str], locale: str) -> str:
    """About 450 words: paragraphs, headings, a list, a table, emphasis, and the links."""
    return "\n\n".join(_blocks(_Words(seed, WORDS[locale]), list(links))) + "\n"


class _Words:
    """Words of a language, drawn by a seed."""

    def __init__(self, seed: int, words: tuple[str, ...]) -> None:
        self.drawn = random.Random(seed)  # noqa: S311
        self.words = words

    def some(self, count: int) -> str:
        """So many, as the start of a sentence."""
        return " ".join(self.drawn.choices(self.words, k=count)).capitalize()


def _blocks(words: _Words, links: list[str]) -> Iterator[str]:
    for part in range(5):
        if part:
            yield f"## {words.some(4)}"
        for _ in range(2):
            link = f" {links.pop()}" if links else ""
            yield f"{words.some(12)}. {words.some(12)}{link}. {words.some(12)}. **{words.some(2)}**."
    yield "\n".join(f"- {words.some(5)}" for _ in range(4))
    yield "\n".join(("| A | B |", "| --- | --- |", *(f"| {words.some(2)} | {number} |" for number in range(3))))

"""Facts that run out: work for an editor, not mistakes; `portal check` lists them and its `--strict` refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.model.shelf_life import due
from portal.model.site import Site
from portal.schema import Source
from portal.words.formats import day as written
from portal.words.problem import Problem
from portal.words.wording import editor_locale, say


def overdue(site: Site, day: date) -> list[Problem]:
    """What has run out on a day with nothing in its place, and what may change and was not looked at for long."""
    return sorted(_problems(site, day, ("overdue", "unchecked")))


def soon(site: Site, day: date) -> list[Problem]:
    """What runs out within 60 days of a day, with nothing to follow it."""
    return sorted(_problems(site, day, ("soon",)))


def _problems(site: Site, day: date, states: tuple[str, ...]) -> Iterator[Problem]:
    locale = editor_locale()
    checked = {slug: source.checked for slug, source in site.sources.items()}

    for entries in site.content.entries.values():
        for entry in entries.values():
            facts = getattr(entry, "facts", ())
            for found in due(facts, day, checked):
                if found.state in states:
                    fact = facts[found.index]
                    about = fact.about[locale] if fact.about else fact.text[locale]
                    where = _where(site.sources[fact.source], site.sources[fact.ask or fact.source])
                    words = {"about": about, "day": written(found.day, locale), "where": where}
                    yield entry.file.problem(f"shelf-life.{found.state}", "facts", found.index, **words)


def _where(source: Source, ask: Source) -> str:
    """Where it was read, which is where a new one comes first, and whom else to ask."""
    own, other = source.url or source.publisher, ask.url or ask.publisher
    return own if own == other else say("shelf-life.where", source=own, ask=other)

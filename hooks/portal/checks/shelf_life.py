"""Facts that run out: work for an editor, not mistakes; `portal check` lists them and its `--strict` refuses them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.model.shelf_life import due
from portal.model.site import Site
from portal.schema import Source
from portal.words.problem import Problem
from portal.words.wording import Phrase, phrase


def check(site: Site) -> Iterator[Problem]:
    """What has run out with nothing in its place or soon will, and what may change and was not looked at for long."""
    checked = {slug: source.checked for slug, source in site.sources.items()}

    for entries in site.content.entries.values():
        for entry in entries.values():
            facts = getattr(entry, "facts", ())
            for found in due(facts, site.day, checked):
                fact = facts[found.index]
                read, asked = (site.sources.get(slug) for slug in (fact.source, fact.ask or fact.source))
                if read and asked:  # else the reference is a mistake of its own
                    words = {"about": fact.about or fact.text, "day": found.day, "where": _where(read, asked)}
                    yield entry.file.problem(f"shelf-life.{found.state}", "facts", found.index, **words)


def _where(source: Source, ask: Source) -> str | Phrase:
    """Where it was read, which is where a new one comes first, and whom else to ask."""
    own, other = source.url or source.publisher, ask.url or ask.publisher
    return own if own == other else phrase("shelf-life.where", source=own, ask=other)

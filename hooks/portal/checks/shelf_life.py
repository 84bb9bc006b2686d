"""Facts that run out: work for an editor, not mistakes; `portal check` lists them and its `--strict` refuses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from portal.model.shelf_life import due
from portal.model.site import Site
from portal.schema.entry import Entry, Statement
from portal.schema.marks import Location, records_in
from portal.schema.source import Source
from portal.words.problem import Problem
from portal.words.wording import Phrase, phrase


def check(site: Site) -> Iterator[Problem]:
    """What has run out with nothing in its place or soon will, and what may change and was not looked at for long."""
    checked = {slug: source.checked for slug, source in site.all(Source).items()}

    for entries in site.content.entries.values():
        for entry in entries.values():
            for at, facts in _lists(entry):
                for found in due(facts, site.day, checked):
                    fact = facts[found.index]
                    read, asked = (site.all(Source).get(slug) for slug in (fact.source, fact.ask or fact.source))
                    if read and asked:  # else the reference is a mistake of its own
                        words = {"about": fact.about or fact.text, "day": found.day, "where": _where(read, asked)}
                        yield entry.file.problem(f"shelf-life.{found.state}", *at, found.index, **words)


def _lists(entry: Entry) -> Iterator[tuple[Location, tuple[Statement, ...]]]:
    """The lists of statements of an entry, wherever they stand: those of one list may replace each other."""
    lists: dict[Location, list[Statement]] = defaultdict(list)
    for at, statement in records_in(entry, Statement):
        lists[at[:-1]].append(statement)
    yield from ((at, tuple(statements)) for at, statements in lists.items())


def _where(source: Source, ask: Source) -> str | Phrase:
    """Where it was read, which is where a new one comes first, and whom else to ask."""
    own, other = source.url or source.publisher, ask.url or ask.publisher
    return own if own == other else phrase("shelf-life.where", source=own, ask=other)

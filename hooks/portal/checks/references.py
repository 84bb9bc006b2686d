"""References: whatever is named exists, and what nothing names is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.checks.gone import gone
from portal.model.site import Site, data_path
from portal.schema.entry import Entry
from portal.schema.page import FrontMatter
from portal.schema.registry import subclasses
from portal.schema.source import Source
from portal.words.problem import Place, Problem, guess


def check(site: Site) -> Iterator[Problem]:
    """Names of entries that are not there, entries without their page, sources said twice or resting under nothing."""
    absent = site.once(gone)
    for reference in site.references:
        if any(reference.slug in site.content.entries[collection] for collection in reference.ref.collections):
            continue
        paths = [data_path(collection, reference.slug) for collection in reference.ref.collections]
        if site.content.unread.isdisjoint(paths) and absent.keys().isdisjoint(paths):
            known = {slug for collection in reference.ref.collections for slug in site.content.entries[collection]}
            words = {
                "found": reference.slug,
                "path": paths[-1],
                "guess": guess(reference.slug, {*known, *reference.ref.also}),
            }
            yield reference.file.problem("reference.unknown", *reference.at, **words)
    for schema in subclasses(FrontMatter):
        if schema.describes:
            yield from _pages_and_entries(site, schema, schema.describes)
    yield from _sources(site)


def _pages_and_entries(site: Site, schema: type[FrontMatter], described: type[Entry]) -> Iterator[Problem]:
    """A campus is an entry and a page in each language; neither goes without the other."""
    entries = site.content.entries[described.collection]
    keys = set()
    for page in site.pages.values():
        if isinstance(page.about, schema):
            keys.add(page.key)
            path = data_path(described.collection, page.slug)
            if page.slug not in entries and path not in site.content.unread:
                yield page.file.problem("page.no-entry", path=path)
    for slug, entry in entries.items():
        key = schema.at.replace("*", slug)
        paths = [PurePosixPath("content") / locale / f"{key}.md" for locale in site.languages.whole]
        if key not in keys and site.content.unread.isdisjoint(paths):
            yield entry.file.problem("entry.no-page", path=paths[0])


def _sources(site: Site) -> Iterator[Problem]:
    """A source said twice, and one that no fact rests on."""
    seen: dict[str, Place] = {}
    for source in site.all(Source).values():
        if source.url:
            address = source.url.rstrip("/")
            if address in seen:
                yield source.file.problem("source.twice", "url", other=seen[address].path)
            seen.setdefault(address, source.file)
        if not site.naming(source) and not site.content.unread:
            yield source.file.problem("source.unused", found=source.slug)

"""Who names whom: every reference of the content, found by walking the schemas, and who points at an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.content.reading import Content
from portal.schema.fields import Record
from portal.schema.marks import Location, Ref, walk
from portal.words.problem import Place


@dataclass(frozen=True)
class Reference:
    """A place in the content that names an entry."""

    owner: Record
    """The entry or front matter in which it stands."""
    key: tuple[str, str]
    """Which one that is: collection and slug of an entry, locale and key of a page."""
    file: Place
    at: Location
    ref: Ref
    slug: str

    @property
    def collection(self) -> str:
        """The collection it names, when it is the only one it may."""
        return self.ref.collections[0]


def references(content: Content) -> Iterator[Reference]:
    """Every reference, in the order of the files. A word that a field allows besides entries refers to nothing."""
    for collection, entries in content.entries.items():
        for slug, entry in entries.items():
            yield from _in(entry, (collection, slug), entry.file)
    for page in content.pages:
        yield from _in(page.front, (page.locale, page.key), page.file)


def _in(owner: Record, key: tuple[str, str], file: Place) -> Iterator[Reference]:
    for at, ref, slug in walk(owner, Ref):
        if slug not in ref.also:
            yield Reference(owner, key, file, at, ref, slug)


def backlinks(content: Content, every: list[Reference]) -> Mapping[tuple[str, str], list[Reference]]:
    """By collection and slug of an entry, what names it."""
    found: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in every:
        for collection in reference.ref.collections:
            if reference.slug in content.entries.get(collection, {}):
                found[collection, reference.slug].append(reference)
    return found

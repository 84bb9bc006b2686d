"""What is gone though much still names it: an entry or page that was deleted or renamed is one mistake, told once."""

from __future__ import annotations

import difflib
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.model.page import Page
from portal.model.site import Site, data_path
from portal.schema.entry import PagedEntry
from portal.schema.registry import subclasses
from portal.words.problem import Place, Problem
from portal.words.wording import phrase

MANY = 3
"""Files that name something; a name that fewer have is a slip of theirs."""
SHOWN = 8
NEARLY = 0.85
"""How alike two names are of which one is a slip for the other."""

_Places = Mapping[PurePosixPath, list[tuple[PurePosixPath, int]]]


def check(site: Site) -> Iterator[Problem]:
    """One problem for each file that is gone, with those that still name it."""
    for path, named in site.once(gone).items():
        files = [f"{file}:{line}" for file, line in sorted(named)]
        more = phrase("gone.more", count=len(files) - SHOWN) if len(files) > SHOWN else ""
        yield Place(path).problem("gone.named", count=len(files), files=", ".join(files[:SHOWN]), more=more)


def gone(site: Site) -> _Places:
    """The files that are not there though at least `MANY` others name them, each with the places that do."""
    named: dict[PurePosixPath, list[tuple[PurePosixPath, int]]] = defaultdict(list)
    for reference in site.references:
        if any(reference.slug in site.content.entries[name] for name in reference.ref.collections):
            continue
        paths = {data_path(name, reference.slug) for name in reference.ref.collections}
        if site.content.unread.isdisjoint(paths):
            path = data_path(reference.ref.collections[-1], reference.slug)
            named[path].append((reference.file.path, reference.file.line(*reference.at)))
    for page in site.pages.values():
        for link in site.findings(page).links if page.body.strip() else ():
            key = linked(page, link.address)
            if key and key[0] == page.locale and site.nearest(*key) is None and key[1] not in site.unread_keys:
                named[file_of(*key)].append((page.file.path, page.line(link.line)))
    return {
        path: places
        for path, places in sorted(named.items())
        if len({file for file, _ in places}) >= MANY and path not in site.content.unread and not _misspelt(site, path)
    }


def _misspelt(site: Site, path: PurePosixPath) -> bool:
    """Whether a name is nearly that of a file beside it, so that each place may be told which one is meant."""
    there = [page.file.path for page in site.pages.values()]
    there += [entry.file.path for entries in site.content.entries.values() for entry in entries.values()]
    beside = [other.stem for other in there if other.parent == path.parent]
    return bool(difflib.get_close_matches(path.stem, beside, n=1, cutoff=NEARLY))


def linked(page: Page[Any], address: str) -> tuple[str, str] | None:
    """The language and the key of the page that a link to a file is to; None when it is to something else."""
    path = unquote(urlsplit(address).path) if "[" not in address else ""
    if not path.endswith(".md") or path.startswith("/") or ":" in address.partition("/")[0]:
        return None
    source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))
    locale, _, name = source.partition("/")
    return locale, name.removesuffix(".md")


def file_of(locale: str, key: str) -> PurePosixPath:
    """The file that the page at `key` is made from: an entry where its folder is that of entries, else Markdown."""
    folder, _, slug = key.rpartition("/")
    collections = [schema.collection for schema in subclasses(PagedEntry) if schema.folder == folder]
    if len(collections) == 1 and slug != "index":
        return data_path(collections[0], slug)
    return PurePosixPath("content") / locale / f"{key}.md"


def files_of(locale: str, key: str) -> set[PurePosixPath]:
    """Every file that may make the page at `key`."""
    folder, _, slug = key.rpartition("/")
    made = {schema.collection for schema in subclasses(PagedEntry) if schema.folder == folder}
    names = {slug, slug.removesuffix("-check")}
    entries = {data_path(collection, name) for collection in made for name in names}
    return {PurePosixPath("content") / locale / f"{key}.md", *entries}

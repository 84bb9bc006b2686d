"""From the files in content/ to typed entries and pages, with every problem on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from portal.content import limits, lying
from portal.content.file_names import is_left_behind, misnamed
from portal.content.front_matter import read_page
from portal.content.validation import validate
from portal.content.yaml_source import YamlSource, read_yaml
from portal.schema.entry import Entry, PagedEntry, collections
from portal.schema.fields import Record, is_slug
from portal.schema.page import FrontMatter, page_kinds, schema_of
from portal.schema.redirect import Redirects
from portal.words.languages import Languages, read_languages
from portal.words.problem import ContentError, Place, Problem, guess
from portal.words.wording import phrase

Made = TypeVar("Made")
AnyRecord = TypeVar("AnyRecord", bound=Record)

DATA = PurePosixPath("content/data")

MAX_FILE = 2 * limits.MAX_BYTES
"""Front matter and text: what is larger is not even read."""

PUBLISHED = DATA / "published.txt"
"""Every address of every release: what must not vanish."""


@dataclass(frozen=True)
class WrittenPage:
    """A page as an editor wrote it."""

    locale: str
    key: str
    """Its path within the language folder, without `.md`: the same in both languages."""
    front: FrontMatter
    body: str
    body_line: int
    file: Place


@dataclass(frozen=True)
class Content:
    """Everything in content/, each file checked by itself and not yet against the others."""

    root: Path
    """The folder of the project, for what is not text: pictures."""
    languages: Languages
    entries: dict[str, dict[str, Entry]]
    """By collection, then by slug."""
    pages: list[WrittenPage]
    strings: dict[str, dict[str, str]]
    string_files: dict[str, Place]
    redirects: Redirects
    redirects_file: Place
    published: list[str]
    assets: frozenset[str]
    """Paths of pictures and downloads, `content/assets/...`."""
    problems: list[Problem]
    unread: set[PurePosixPath]
    """Files with problems of their own: what refers to them is not blamed too."""


class Known:
    """What was made of each file, so that who reads again and again reads what has changed alone (the preview)."""

    def __init__(self) -> None:
        self._before: dict[object, tuple[object, Any]] = {}
        self._now: dict[object, tuple[object, Any]] = {}

    def again(self, what: object, of: object, make: Callable[[], Made]) -> Made:
        """What is made of a text, or of something that was made of one; made once while that is the same."""
        known = self._before.get(what)
        same = known is not None and (known[0] is of or (isinstance(of, str) and known[0] == of))
        made: Made = known[1] if known and same else make()
        self._now[what] = (of, made)
        return made

    def end(self) -> None:
        """Everything has been read: what was not asked for is no more."""
        self._before, self._now = self._now, {}


class _Reader:
    def __init__(self, root: Path, languages: Languages, known: Known) -> None:
        self.root = root
        self.languages = languages
        self.known = known
        self.problems: list[Problem] = []
        self.unread: set[PurePosixPath] = set()

    def text(self, path: PurePosixPath) -> str | None:
        try:
            if (self.root / path).stat().st_size > MAX_FILE:
                self.refuse(Place(path).problem("limit.page", size=MAX_FILE // 1024, limit=limits.MAX_BYTES // 1024))
                return None
            # Windows editors may write a byte order mark.
            text = (self.root / path).read_text(encoding="utf-8-sig")
            if not (conflicts := [*_conflicts(text, path)]):
                return text
            self.refuse(*conflicts)
        except UnicodeDecodeError:
            self.refuse(Place(path).problem("encoding"))
        except OSError as error:
            self.refuse(Place(path).problem("file.unreadable", reason=error.strerror))
        return None

    def refuse(self, *problems: Problem) -> None:
        self.problems += problems
        self.unread |= {problem.path for problem in problems}

    def files(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        """The files below a folder, in the same order on every machine; an editor's hidden and backup files aside."""
        for path in sorted(_below(self.root / folder, folder)):
            if not is_left_behind(path):
                yield path

    def beside(self, path: PurePosixPath) -> list[str]:
        """The names of the files in the same folder."""
        return [other.name for other in (self.root / path.parent).iterdir()]

    def yaml(self, path: PurePosixPath) -> YamlSource | None:
        text = self.text(path)
        source = None if text is None else self.known.again(("yaml", path), text, lambda: read_yaml(text, path))
        if source and source.problems:
            self.refuse(*source.problems)
            return None
        self.problems += source.advice if source else ()
        return source

    def validate(self, schema: type[AnyRecord], source: YamlSource) -> tuple[AnyRecord | None, list[Problem]]:
        """What a schema makes of fields."""
        what = (schema, source.place.path, self.languages)
        return self.known.again(what, source, lambda: validate(schema, source.data, source.place, self.languages))

    def collection(self, schema: type[Entry]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        folder = DATA / schema.collection
        for path in self.files(folder):
            if path.parent != folder or path.suffix != ".yml" or not is_slug(path.stem):
                self.refuse(misnamed(path, folder, ".yml", self.beside(path)))
            elif source := self.yaml(path):
                entry, problems = self.validate(schema, source)
                self.refuse(*problems)
                if entry:
                    entry.read_from(path.stem, source.place)
                    entries[path.stem] = entry
        return entries

    def pages(self, locale: str) -> Iterator[WrittenPage]:
        folder = PurePosixPath("content") / locale
        for path in self.files(folder):
            if path.suffix != ".md" or not all(map(is_slug, path.relative_to(folder).with_suffix("").parts)):
                self.refuse(misnamed(path, folder, ".md", self.beside(path)))
                continue
            if (text := self.text(path)) is None:
                continue
            page = self.known.again(("page", path), text, partial(read_page, text, path))
            if page.fields.problems:
                self.refuse(*page.fields.problems)
                continue
            self.problems += page.fields.advice
            if too_much := self.known.again(
                ("limits", path),
                page,
                lambda: [*limits.check(page.body, path, page.body_line)],  # noqa: B023 - called at once
            ):
                self.refuse(*too_much)
                continue
            key = path.relative_to(folder).with_suffix("").as_posix()
            if (schema := schema_of(key)) is None:
                self.refuse(_astray(path, folder))
                continue
            front, problems = self.validate(schema, page.fields)
            self.refuse(*problems)
            if front:
                yield WrittenPage(locale, key, front, page.body, page.body_line, page.fields.place)

    def strings(self, path: PurePosixPath) -> tuple[dict[str, str], Place]:
        source = self.yaml(path)
        if not source:
            return {}, Place(path)
        for key, value in source.data.items():
            if not isinstance(value, str):
                self.refuse(source.place.problem("string.type", key, found=key))
        return {key: value for key, value in source.data.items() if isinstance(value, str)}, source.place

    def redirects(self) -> tuple[Redirects, Place]:
        path = DATA / "redirects.yml"
        source = self.yaml(path) if (self.root / path).exists() else None
        if source:
            redirects, problems = self.validate(Redirects, source)
            self.refuse(*problems)
            if redirects:
                return redirects, source.place
        return Redirects(), Place(path)

    def published(self) -> list[str]:
        text = self.text(PUBLISHED) if (self.root / PUBLISHED).exists() else ""
        return (text or "").split("\n")

    def strays(self) -> None:
        """Files in content/ that nothing reads: a misspelt folder would else be silently ignored."""
        folders_of_data = {*collections(), "strings"}
        for path in self.files(DATA):
            known = path in (DATA / "redirects.yml", PUBLISHED)
            if path.parent == DATA / "strings":
                known = path.name in [f"{locale}.yml" for locale in self.languages]
            elif path.relative_to(DATA).parts[0] in folders_of_data:
                known = True
            if not known:
                part = path.relative_to(DATA).parts[0]
                self.refuse(Place(path).problem("file.unknown", guess=guess(part, folders_of_data)))
        folders = {*self.languages, "assets", "data"}
        for path in self.files(PurePosixPath("content")):
            if path.parts[1] not in folders:
                self.refuse(Place(path).problem("file.unknown", guess=guess(path.parts[1], folders)))


def _below(folder: Path, name: PurePosixPath) -> Iterator[PurePosixPath]:
    """Every plain file below a folder of which nothing is hidden; what is none of that is told in `lying.py`."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if lying.HIDDEN.match(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), name / entry.name)
            elif entry.is_file(follow_symlinks=False) and lying.is_shown(entry.name):
                yield name / entry.name


_CONFLICTS = re.compile(r"<{7}|>{7}|={7}|\|{7}")
_CONFLICT = re.compile(
    r"(?ms)^<{7}(?: [^\n]*)?$.*?(?:^>{7}(?: [^\n]*)?$|\Z)|^>{7} [^\n]*$|(?<=\n\n)={7}$|^\|{7} [^\n]*$"
)


def _conflicts(text: str, path: PurePosixPath) -> Iterator[Problem]:
    """What git leaves in a file where two people changed the same lines."""
    for match in _CONFLICT.finditer(text) if _CONFLICTS.search(text) else ():
        first = 1 + text.count("\n", 0, match.start())
        yield Place(path).on(first, "conflict", last=first + match[0].count("\n"))


def _astray(path: PurePosixPath, folder: PurePosixPath) -> Problem:
    """A page in a folder of which no kind of page is made: a misspelt one would give a page without a place."""
    where = path.relative_to(folder).parent.as_posix()
    for collection, schema in collections().items():
        if issubclass(schema, PagedEntry) and schema.folder == where:
            return Place(path).problem("page.generated", path=DATA / collection / f"{path.stem}.yml")
    folders = {at.rpartition("/")[0] for at in page_kinds()} - {""}
    return Place(path).problem("page.folder", found=where, guess=guess(where, folders))


def read(root: Path, known: Known | None = None) -> Content:
    """Read everything in `root`/content; raise ContentError when there is nothing to read. `known`: from before."""
    if not ((root / "mkdocs.yml").is_file() and (root / "content").is_dir()):
        missing = Place(PurePosixPath("mkdocs.yml")).problem("file.missing", hint=phrase("file.missing.root"))
        raise ContentError([missing])
    languages = read_languages(root)
    known = known or Known()
    reader = _Reader(root, languages, known)
    entries = {collection: reader.collection(schema) for collection, schema in collections().items()}
    pages = [page for locale in languages for page in reader.pages(locale)]
    strings = {locale: reader.strings(DATA / "strings" / f"{locale}.yml") for locale in languages}
    redirects, redirects_file = reader.redirects()
    published = reader.published()
    reader.strays()
    reader.refuse(*lying.check(root))
    known.end()
    return Content(
        root=root,
        languages=languages,
        entries=entries,
        pages=pages,
        strings={locale: texts for locale, (texts, _) in strings.items()},
        string_files={locale: place for locale, (_, place) in strings.items()},
        redirects=redirects,
        redirects_file=redirects_file,
        published=published,
        assets=frozenset(map(str, reader.files(PurePosixPath("content/assets")))),
        problems=reader.problems,
        unread=reader.unread,
    )


def slugs(root: Path, collection: str) -> list[str]:
    """The names of the entries of a collection, whether or not they can be read."""
    return sorted(path.stem for path in root.joinpath(DATA, collection).glob("*.yml") if is_slug(path.stem))

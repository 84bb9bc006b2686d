"""What a page asks: a site that answers as any other, and notes each question with a hash of the answer.

A page is a function of what it asked. All that views, hooks and templates know of the content they are told by the site
that they are given, so nobody need think of it; and what would lead past the notes is refused while a page is drawn. A
question has a name, and its parts are looked up by theirs, so that another build can ask it again (`Notes.answer`).
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from datetime import date
from pathlib import PurePosixPath
from typing import Any, TypeVar

from portal.model.exact import Exact
from portal.model.page import Page, reader
from portal.model.site import Site
from portal.schema.entry import Entry

Question = tuple[Any, ...]
"""A path of plain data: of what it is asked, then names, calls and keys."""
Asked = dict[Question, str]
"""Questions, each with the hash of its answer."""

Key = TypeVar("Key")
Value = TypeVar("Value")

NOWHERE = "nowhere"
"""The answer for what is not in a mapping."""
PAST = ("content",)
"""What holds all that was read, so that nobody could tell what of it a page needs."""


class PastTheNotesError(Exception):
    """A page asked for something in a way that cannot be noted."""


class Notes:
    """The questions of one page after another, asked of one site and of what was made beside it."""

    def __init__(self, site: Site) -> None:
        self.site = AskedSite(site, self)
        self._roots: dict[str, object] = {"site": site}
        self._real = site
        self._exact = Exact()
        self._answers: Asked = {}
        self._page: Asked | None = None

    def beside(self, name: str, mapping: Mapping[Key, Value]) -> Mapping[Key, Value]:
        """What was made for the pages besides the site, such as its pictures: of it too is noted what is asked."""
        self._roots[name] = mapping
        return AskedMapping((name,), mapping, self)

    @property
    def taken(self) -> bool:
        """Whether notes are taken now."""
        return self._page is not None

    def begin(self) -> None:
        """From now on the questions are those of a page."""
        self._page = {}
        reader.set(self._text)

    def end(self) -> Asked:
        """What that page has asked."""
        page, self._page = self._page, None
        reader.set(None)
        assert page is not None, "notes were begun"
        return page

    def _text(self, page: Page[Any]) -> None:
        question = ("site", ("name", "pages"), ("key", plain((page.locale, page.key))), ("name", "body"))
        self.note(question, lambda: vars(page)["body"])

    @contextmanager
    def unread(self) -> Iterator[None]:
        """What the site itself reads to find an answer is its own business: the answer is noted."""
        token = reader.set(None)
        try:
            yield
        finally:
            reader.reset(token)

    def note(self, question: Question, answer: Callable[[], object]) -> None:
        """Note a question of the page."""
        if self._page is not None and question not in self._page:
            if question not in self._answers:
                with self.unread():
                    self._answers[question] = self._exact.of(answer())
            self._page[question] = self._answers[question]

    def answer(self, question: Question) -> str | None:
        """The hash of what would be answered now; None when it can no longer be asked."""
        if question not in self._answers:
            try:
                self._answers[question] = self._exact.of(self._ask(question))
            except (LookupError, AttributeError, AssertionError):
                return None
        return self._answers[question]

    def _ask(self, question: Question) -> object:
        value: Any = self._roots[question[0]]
        for how, *what in question[1:]:
            match how:
                case "name":
                    value = getattr(value, what[0])
                case "call":
                    value = _told(value(*map(self._meant, what[0]), **{name: self._meant(it) for name, it in what[1]}))
                case "key":
                    value = value.get(self._meant(what[0]), NOWHERE)
                case "keys":
                    value = list(value)
        return value

    def _meant(self, plain: Any) -> object:
        match plain:
            case ("day", day):
                return date.fromisoformat(day)
            case ("path", path):
                return PurePosixPath(path)
            case ("entry", collection, slug):
                return self._real.entries(collection)[slug]
            case ("page", locale, key):
                return self._real.pages[locale, key]
            case ("all", *parts):
                return tuple(map(self._meant, parts))
            case ("code", module, name):
                return getattr(sys.modules[module], name)
        return plain


def plain(value: object) -> Any:
    """A part of a question as plain data: entries, pages, types and functions by their name."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case date():
            return ("day", value.isoformat())
        case PurePosixPath():
            return ("path", str(value))
        case Entry():
            return ("entry", value.collection, value.slug)
        case Page():
            return ("page", value.locale, value.key)
        case tuple():
            return ("all", *map(plain, value))
    if (inspect.isfunction(value) or inspect.isclass(value)) and value.__qualname__.isidentifier():
        return ("code", value.__module__, value.__qualname__)
    raise PastTheNotesError(f"{value!r:.80} cannot be a part of a question: another build could not ask it again")


def _told(answer: object) -> object:
    return list(answer) if isinstance(answer, Iterator) else answer


class AskedMapping(Mapping[Key, Value]):
    """A mapping that notes which of its parts are asked for."""

    def __init__(self, question: Question, mapping: Mapping[Key, Value], notes: Notes) -> None:
        self._question = question
        self._mapping = mapping
        self._notes = notes

    def __getitem__(self, key: Key) -> Value:
        self._note(key)
        return self._mapping[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._mapping

    def __iter__(self) -> Iterator[Key]:
        self._notes.note((*self._question, ("keys",)), lambda: list(self._mapping))
        return iter(self._mapping)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> ItemsView[Key, Value]:
        """All of it."""
        return self._all().items()

    def values(self) -> ValuesView[Value]:
        """All of it."""
        return self._all().values()

    def _all(self) -> Mapping[Key, Value]:
        self._notes.note(self._question, lambda: self._mapping)
        return self._mapping

    def _note(self, key: Any) -> None:
        if self._notes.taken:
            self._notes.note((*self._question, ("key", plain(key))), lambda: self._mapping.get(key, NOWHERE))


class AskedSite(Site):
    """A site that notes what is asked of it while a page is drawn."""

    def __init__(self, site: Site, notes: Notes) -> None:
        object.__setattr__(self, "_asked", (site, notes))

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        site, notes = object.__getattribute__(self, "_asked")
        if not notes.taken:
            return getattr(site, name)
        if name in PAST or name.startswith("_"):
            raise PastTheNotesError(f"a page asks the site for what it needs, and not for its '{name}'")
        with notes.unread():
            answer = getattr(site, name)
        question = ("site", ("name", name))
        if not inspect.ismethod(answer):
            return _noted(question, answer, notes)
        if name == "string":
            return _string(answer, notes)

        def ask(*what: Any, **named: Any) -> Any:
            call = ("call", tuple(map(plain, what)), tuple((name, plain(value)) for name, value in named.items()))
            with notes.unread():
                told = _told(answer(*what, **named))
            return _noted((*question, call), told, notes)

        return ask


def _noted(question: Question, answer: object, notes: Notes) -> object:
    if isinstance(answer, Mapping):
        return AskedMapping(question, answer, notes)
    notes.note(question, lambda: answer)
    return answer


def _string(answer: Callable[..., str], notes: Notes) -> Callable[..., str]:
    """The short texts of a language are noted as one: every page has dozens, and they seldom change."""

    def ask(key: str, locale: str, **words: object) -> str:
        question = ("site", ("name", "strings"), ("key", locale))
        notes.note(question, lambda: answer.__self__.strings[locale])  # type: ignore[attr-defined]
        return answer(key, locale, **words)

    return ask

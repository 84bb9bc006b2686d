"""A page of the site: written in Markdown, made from an entry, or a further part of a list."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar, overload

from portal.schema.entry import Statement
from portal.schema.fields import Subject
from portal.schema.marks import records_in
from portal.schema.page import FrontMatter
from portal.words.problem import Place

About = TypeVar("About", bound=Subject, covariant=True)
"""What a page is about: its front matter when an editor wrote it, else its entry."""


reader: ContextVar[Callable[[Page[Any]], None] | None] = ContextVar("reader", default=None)
"""Who wants to know of which page the text is read (`model/asked.py`): it changes often, and few ask for it."""


class _Text:
    """The text of a page, which says that it is read."""

    @overload
    def __get__(self, page: None, owner: type) -> str: ...
    @overload
    def __get__(self, page: Page[Any], owner: type) -> str: ...
    def __get__(self, page: Page[Any] | None, owner: type) -> str:
        if page is None:
            return ""
        if told := reader.get():
            told(page)
        text: str = vars(page)["body"]
        return text

    def __set__(self, page: Page[Any], text: str) -> None:
        vars(page)["body"] = text


@dataclass(frozen=True, eq=False)
class Page(Generic[About]):
    """A page in one language. A site has each once, so that two are the same only when they are one."""

    locale: str
    key: str
    """Its path within the language folder, without `.md`: the same in every language."""
    about: About
    title: str
    description: str
    address: str
    as_of: date
    """The day up to which its content is true: its own date, or for an entry the newest of its sources."""
    file: Place
    body: _Text = _Text()
    """Its Markdown; empty for a page that its template draws alone."""
    body_line: int = 1
    """The line of its file on which the text begins."""
    part: int = 1
    """Which page it is of a list that goes on over several."""
    choice: tuple[str, str] | None = None
    """What is chosen of all that the page shows: by what, such as `cluster`, and which. None for everything."""

    @property
    def kind(self) -> str:
        """The kind of page, which names its template and its view."""
        return self.about.page_kind

    @property
    def slug(self) -> str:
        """The last part of its key: the name of its file, which for the page of an entry is the slug of the entry."""
        return self.key.rpartition("/")[2]

    @property
    def menu(self) -> str:
        """What it is called where room is short."""
        return (self.written and isinstance(self.about, FrontMatter) and self.about.menu) or self.title

    @property
    def intro(self) -> str:
        """What stands below its title; empty where nothing does, and on the further parts of a list."""
        return (self.written and isinstance(self.about, FrontMatter) and self.about.intro) or ""

    @property
    def written(self) -> bool:
        """Whether it has a file of its own in content/<locale>."""
        return isinstance(self.about, FrontMatter) and self.part == 1 and not self.choice

    def line(self, line: int) -> int:
        """The line of the file for a line of the text below its fields."""
        return self.body_line + line - 1

    @property
    def source(self) -> str:
        """The path that MkDocs knows it by, within content/."""
        return f"{self.locale}/{self.key}.md"

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources it rests on, each once, in the order in which they are named: its own, then its statements'.

        A further part of a list has none: what it lists says its own.
        """
        if self.part > 1:
            return ()
        statements = (statement.source for _, statement in records_in(self.about, Statement))
        return tuple(dict.fromkeys((*self.about.sources, *statements)))

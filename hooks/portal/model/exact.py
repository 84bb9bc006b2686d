"""A hash of all that a value says, the same on every machine: two values have the same one when they are written alike.

The bytes are those of pickle, which knows how to write any value; nothing ever reads them.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import re
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.entry import Entry


class Exact:
    """Hashes of values. Those of entries, pages and a whole site are kept, as many answers hold the same ones."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """The hash of a value; what cannot be written down is a TypeError."""
        if not isinstance(value, Entry | Page | Site):
            return self._written(value)
        if id(value) not in self._known:
            self._known[id(value)] = (value, self._written(value))  # held, or its place is given to another
        return self._known[id(value)][1]

    def _written(self, value: object) -> str:
        try:
            written = self._bytes(_Pickler, value)
            if _SETS.search(written):
                written = self._bytes(_InOrder, value)
        except (pickle.PicklingError, AttributeError, ValueError) as error:
            raise TypeError(f"{value!r:.80} cannot be an answer: {error}") from error
        return hashlib.sha256(written).hexdigest()[:32]

    def _bytes(self, write: type[_Pickler], value: object) -> bytes:
        file = io.BytesIO()
        pickler = write(self, file, value)
        pickler.fast = True  # each part in full: whether two are one object is nobody's business
        pickler.dump(value)
        return file.getvalue()


_SETS = re.compile(re.escape(pickle.EMPTY_SET) + b"|" + re.escape(pickle.FROZENSET))
"""How a set is written; the same bytes may stand in a text, and then nothing is lost but time."""


class _Known:
    """Stands for an entry, a page or a site, by its hash."""


class _Pickler(pickle.Pickler):
    def __init__(self, exact: Exact, file: io.BytesIO, whole: object) -> None:
        super().__init__(file, protocol=5)
        self.exact = exact
        self.whole = whole

    def reducer_override(self, part: Any) -> Any:
        if part is not self.whole and isinstance(part, Entry | Page | Site):
            return _Known, (self.exact.of(part),)
        if isinstance(part, BaseModel):
            own = (part.slug, part.file) if isinstance(part, Entry) else ()
            return type(part), (tuple(vars(part).items()), *own)
        if isinstance(part, Site):  # whoever holds one may ask it anything
            texts = [(page, vars(page)["body"]) for page in part.pages.values()]
            content = part.content
            known = (content.entries, content.strings, content.redirects, content.published, sorted(content.assets))
            return type(part), (part.day, part.languages, texts, *known)
        if isinstance(part, Page):  # who wants its text asks for that
            return type(part), tuple(value for name, value in vars(part).items() if name != "body")
        if is_dataclass(part) and not isinstance(part, type):  # its fields, and not what it has worked out from them
            return type(part), tuple(getattr(part, field.name) for field in fields(part))
        return NotImplemented


class _InOrder(_Pickler):
    """Writes sets in an order of their own: that in which Python has them is another in each process."""

    def persistent_id(self, part: Any) -> str | None:
        if type(part) is set or type(part) is frozenset:
            return f"{type(part).__name__} {sorted(map(self.exact.of, part))}"
        return None

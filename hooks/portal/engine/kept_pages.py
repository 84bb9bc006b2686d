"""Pages that are kept: what was drawn once and would be drawn the same is not drawn again.

The key of a page has three parts. What all pages share: the code, the templates, the configuration, the versions of all
that is installed (`Inputs.beside`). The markup of its text, in which MkDocs has put the addresses that links lead to.
And everything that it asked while it was drawn, each question with a hash of the answer (`model/asked.py`): it is asked
again, and a page of which one answer differs is drawn anew. Of each page the last drawing is kept.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from portal.assets.cache import Cache
from portal.model.asked import Asked, Notes
from portal.model.page import Page


@dataclass(frozen=True)
class KeptPages:
    """The drawings of a project."""

    cache: Cache
    beside: str
    """The hash of what all pages share."""

    def read(self, page: Page[Any], markup: str, notes: Notes) -> str | None:
        """The page as it was drawn, if every answer is still the same."""
        written = self.cache.read(_name(page))
        if written is None:
            return None
        head, _, html = written.decode().partition("\n")
        beside, of, asked = json.loads(head)
        if (beside, of) != (self.beside, _hash(markup)):
            return None
        same = all(notes.answer(_question(question)) == answer for question, answer in asked)
        return html if same else None

    def write(self, page: Page[Any], markup: str, asked: Asked, html: str) -> None:
        """Keep a page that was drawn."""
        head = json.dumps([self.beside, _hash(markup), list(asked.items())])
        self.cache.write(_name(page), f"{head}\n{html}".encode())

    def forget_others(self, pages: list[Page[Any]]) -> None:
        """Of pages that are no more nothing is kept."""
        names = {_name(page) for page in pages}
        for path in self.cache.folder.glob("*") if self.cache.folder.is_dir() else ():
            if path.name not in names:
                path.unlink(missing_ok=True)


def _name(page: Page[Any]) -> str:
    return _hash(f"{page.locale}/{page.key}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _question(part: Any) -> Any:
    """What JSON made lists of."""
    return tuple(map(_question, part)) if isinstance(part, list) else part

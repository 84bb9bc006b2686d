"""Where a reader says that something is wrong: a template from mkdocs.yml, filled in for each page."""

from __future__ import annotations

import string
from typing import Any
from urllib.parse import quote, urlsplit

from portal.model.page import Page
from portal.words.wording import say

SCHEMES = ("https", "mailto")
"""What can neither run code nor be read on the way."""
PLACEHOLDERS = ("title", "path", "as_of")


class CorrectionError(ValueError):
    """The template cannot be used."""


def check(template: str) -> str:
    """The template itself, when it can be used."""
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(template)]
        parts = urlsplit(template)
    except ValueError as error:
        raise CorrectionError(say("correct.form", found=template)) from error
    if parts.scheme not in SCHEMES or not (parts.netloc if parts.scheme == "https" else "@" in parts.path):
        raise CorrectionError(say("correct.scheme", found=template))
    if any(character.isspace() or not character.isprintable() for character in template):
        raise CorrectionError(say("correct.form", found=template))
    for name, spec, conversion in fields:
        if name is not None and (name not in PLACEHOLDERS or spec or conversion):
            raise CorrectionError(say("correct.placeholder", found=f"{{{name}}}", allowed=_allowed()))
    if "{" in (parts.netloc or parts.path.partition("?")[0].partition("@")[2]):
        raise CorrectionError(say("correct.scheme", found=template))  # a page must not choose who is written to
    return template


def link(template: str, page: Page[Any]) -> str:
    """The address for one page. What is filled in is encoded, so a title cannot change the address."""
    words = {"title": page.title, "path": page.address, "as_of": page.as_of.isoformat()}
    return template.format(**{name: quote(word, safe="") for name, word in words.items()})


def _allowed() -> str:
    return ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)

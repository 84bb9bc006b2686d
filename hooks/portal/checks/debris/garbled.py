"""Text that went through the wrong encoding, and codes that stand for a letter where none is read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.problem import Problem

_SUSPECT = re.compile(
    r"[\u00c2-\u00f4\u0393\u0413\u0420\u0421\u00ac][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u20ac\u2122]"
)
"""A first byte of UTF-8 read as a letter, and a second one: rare enough that ftfy need not be loaded for most sites."""
_CODE = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def look(text: Written) -> Iterator[Problem]:
    """Mojibake anywhere, HTML entities in fields (in Markdown they are read)."""
    if _SUSPECT.search(text.prose):
        yield from _mojibake(text)
    if text.is_body:
        return
    for match in _CODE.finditer(text.text):
        if (meant := html.unescape(match[0])) != match[0]:
            yield text.problem("garbled.entity", found=match[0], better=meant)


def _mojibake(text: Written) -> Iterator[Problem]:
    import ftfy  # 0.1 s, and only where there is something to mend

    start = 0
    for line in text.prose.split("\n"):
        for match in re.finditer(r"\S*[^\x00-\x7f]\S*", line):
            better = ftfy.fix_encoding(match[0])
            if better != match[0] and _SUSPECT.search(match[0]):
                yield text.problem("garbled.mojibake", start + match.start(), found=match[0], better=better)
        start += len(line) + 1

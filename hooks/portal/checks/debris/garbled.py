"""Text that went through the wrong encoding, and codes that stand for a letter where none is read."""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Iterator
from urllib.parse import unquote

from portal.model.texts import Written
from portal.words.problem import Problem

_SUSPECT = re.compile(
    r"[\u00c2-\u00f4\u0393\u0413\u0420\u0421\u00ac][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u20ac\u2122]"
)
"""A first byte of UTF-8 read as a letter, and a second one: rare enough that ftfy need not be loaded for most sites."""
_ESCAPED = re.compile(
    r"&amp;(?:[a-zA-Z]{2,8}|#\d{2,5});|(?:=[0-9A-F]{2}){2,}|(?<!\\)\\u[0-9a-fA-F]{4}"
    r"|(?<![^\s(])[^\s/.:()<>\[\]%]+(?:%[0-9A-F]{2}[^\s/.:()<>\[\]%]*)+(?!\S)"
)
_MARKUP = re.compile(
    r"\*\*([^*\s][^*\n]*)\*\*|(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])|(?<![\w_])__?([^_\s][^_\n]*)__?(?![\w_])"
    r"|`([^`\n]+)`|\[([^\[\]\n]+)\]\([^()\s]+\)|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>([^<>\n]*)(?:</[A-Za-z][A-Za-z0-9]*>)?"
)
"""Markdown and HTML in a field."""
_CODED = re.compile(r"=[0-9A-F]{2}|\\u[0-9a-fA-F]{4}|%[0-9A-F]{2}")
"""A letter as the code of a program: escaped twice, or as in a mail, a script or an address."""
_CODE = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def look(text: Written) -> Iterator[Problem]:
    """Mojibake anywhere, HTML entities in fields (in Markdown they are read)."""
    if _SUSPECT.search(text.prose):
        yield from _mojibake(text)
    if not text.is_string and ("&amp;" in text.prose or _CODED.search(text.prose)):
        for match in _ESCAPED.finditer(text.prose):
            yield text.problem("garbled.code", match.start(), found=match[0], better=_plain(match[0]))
    if text.is_body:
        return
    if not text.is_string:
        for match in _MARKUP.finditer(text.text):
            better = next(group for group in match.groups() if group is not None)
            yield text.problem("garbled.markup", match.start(), found=match[0], better=better)
    for match in _CODE.finditer(text.text):
        if (meant := html.unescape(match[0])) != match[0]:
            yield text.problem("garbled.entity", found=match[0], better=meant)


def _plain(code: str) -> str:
    """What a code stands for."""
    if code.startswith("&"):
        return html.unescape(html.unescape(code))
    if code.startswith("="):
        return quopri.decodestring(code.encode()).decode(errors="replace")
    return chr(int(code[2:], 16)) if code.startswith("\\u") else unquote(code)


def _mojibake(text: Written) -> Iterator[Problem]:
    import ftfy  # 0.1 s, and only where there is something to mend

    start = 0
    for line in text.prose.split("\n"):
        for match in re.finditer(r"\S*[^\x00-\x7f]\S*", line):
            better = ftfy.fix_encoding(match[0])
            better = better.lstrip("\ufeff")
            if better != match[0] and _SUSPECT.search(match[0]):
                yield text.problem("garbled.mojibake", start + match.start(), found=match[0], better=better)
        start += len(line) + 1

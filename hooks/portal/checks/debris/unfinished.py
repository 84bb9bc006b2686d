"""What a writer meant to fill in or take out before anybody would read it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.phrases import phrases
from portal.words.problem import Problem

_SIGNS = ("TODO", "FIXME", "TBD", "XX", "???", "orem ipsum", "OREM IPSUM")
_REMARK = re.compile(r"(?<![\w/.-])(?:TODO|FIXME|TBD|XXX+)(?![\w-])|(?i:\blorem ipsum\b)|\?\?\?+|\bXX[-/.]XX\b")
_TEMPLATE = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<%[^%\n]*%>")
_GAP = re.compile(r"\[(?!\^)([^\[\]\n]{1,60})\](?![\[(:])|<(?![/!])([^<>\n@:]{1,60})>")
"""A remark in brackets that is no link, note or box to tick."""


def look(text: Written) -> Iterator[Problem]:
    """TODO, XXX, lorem ipsum, [fill in the name], {{ name }}."""
    prose = text.prose
    if any(sign in prose for sign in _SIGNS):
        for match in _REMARK.finditer(prose):
            yield text.problem("unfinished.remark", match.start(), found=match[0])
    if not text.is_string:  # a string has placeholders of its own
        for match in _TEMPLATE.finditer(prose):
            yield text.problem("unfinished.template", match.start(), found=match[0])
    for match in _GAP.finditer(prose):
        if _gaps().search(match[1] or match[2]):
            yield text.problem("unfinished.gap", match.start(), found=match[0])


@functools.cache
def _gaps() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, phrases('gap')))})(?!\w)")

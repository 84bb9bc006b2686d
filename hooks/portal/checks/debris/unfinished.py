"""What a writer meant to fill in or take out before anybody would read it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from portal.checks.debris.dialects import FOLDING
from portal.model.texts import Written
from portal.words.phrases import phrases
from portal.words.problem import Problem

_SIGNS = re.compile(r"(?i)to[ -]?do|fixme|TB[ACD]|XX|\?\?\?|orem ipsum")
_REMARK = re.compile(
    r"(?<![\w/.-])(?:TODO|@todo|TO[ -]DO(?=:)|FIXME|TB[ACD]|(?i:xxx+))(?![\w-])|(?i:\blorem ipsum\b)"
    r"|(?<![^\s(\[|])\?\?\?+|\bXX[-/.]XX\b"
)
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<%[^%\n]*%>|\$\{[^{}\n]*\}|(?<![\w%])%[A-Z][A-Z_]{2,}%|\u00ab\w*_\w*\u00bb"
)
_GAP = re.compile(r"(?<![\[\w.])\[(?!\^)([^\[\]\n]{1,60})\](?![\[(:])|<(?![/!])([^<>\n@:]{1,60})>")
"""A remark in brackets that is no link, note or box to tick."""


def look(text: Written) -> Iterator[Problem]:
    """TODO, XXX, lorem ipsum, [fill in the name], {{ name }}."""
    prose = text.prose
    if _SIGNS.search(prose):
        for match in _REMARK.finditer(prose):
            if not FOLDING.match(prose, prose.rfind("\n", 0, match.start()) + 1):
                yield text.problem("unfinished.remark", match.start(), found=match[0])
    for match in _shouts().finditer(prose) if any(word in prose for word in phrases("shout")) else ():
        yield text.problem("unfinished.remark", match.start(), found=match[0])
    if not text.is_string:  # a string has placeholders of its own
        for match in _TEMPLATE.finditer(prose):
            yield text.problem("unfinished.template", match.start(), found=match[0])
    for match in _GAP.finditer(prose):
        if is_gap(match[1] or match[2]):
            yield text.problem("unfinished.gap", match.start(), found=match[0])


def is_gap(inside: str) -> bool:
    """Whether what stands within brackets is the name of something to come."""
    return bool(_gaps().search(inside)) or inside.strip(" ?!.:\u2026").casefold() in phrases("gap-whole")


@functools.cache
def _shouts() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases('shout')))})(?![\w-])")


@functools.cache
def _gaps() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, phrases('gap')))})(?!\w)")

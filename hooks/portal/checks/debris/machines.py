"""What a program wrote and nobody read: errors of spreadsheets, prompts of forms, marks of chatbots."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.phrases import phrases
from portal.words.problem import Problem

_SIGNS = re.compile(
    r"(?<!\w)#(?:REF|VALUE|DIV/0|NAME|NUM|NULL|SPILL|VERW|WAARDE|DEEL/0|NAAM|GETAL|LEEG|OVERLOOP)[!?](?!\w)"
    r"|(?<!\w)#N/[AB]\b|\[object Object\]"
    r"|\u3010\d+[^\u3010\u3011\n]{0,60}\u3011|\b(?:cite)?turn\d+(?:search|view|news|file)\d+|:?contentReference\[|\boaicite\b"
)
_MARKS = ("#", "[object", "\u3010", "turn", "contentReference", "oaicite")


def look(text: Written) -> Iterator[Problem]:
    """#REF!, `[object Object]`, "Click here to enter text", `turn0search3`."""
    if text.is_string:
        return
    signs, words = (any(mark in text.text for mark in marks) for marks in (_MARKS, _hallmarks()))
    for pattern in ([_SIGNS] if signs else []) + ([_phrases()] if words else []):
        for match in pattern.finditer(text.prose):
            yield text.problem("machine", match.start(), found=" ".join(match[0].split()))


@functools.cache
def _hallmarks() -> tuple[str, ...]:
    """The longest word of each phrase: looking for a word costs a tenth of looking for a pattern."""
    return tuple({max(phrase.split(), key=len) for phrase in phrases("machine")})


@functools.cache
def _phrases() -> re.Pattern[str]:
    words = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases("machine"))
    return re.compile(rf"\b(?:{'|'.join(words)})")

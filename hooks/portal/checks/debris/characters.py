"""Characters that cannot be seen, or that look like others: named by what they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from portal.checks.debris import pasted
from portal.model.texts import Written
from portal.words.characters import ODD_SPACES, described, invisible
from portal.words.problem import Problem

_BREAKS = re.compile(
    rf"(?m)^[ \t]*(?:>[ \t]?)*(?P<at>[{ODD_SPACES}])"  # where a line is indented
    rf"|^[ \t]*(?:[-*+]|\d{{1,9}}[.)]|\#{{1,6}})(?P<after>[{ODD_SPACES}])"  # behind the sign of a list or heading
    rf"|(?P<twice>[{ODD_SPACES}])[{ODD_SPACES}]"
    rf"|(?P<end>[{ODD_SPACES}])[ \t]*$"
)
"""A space that does not break, where Markdown wants one that does, or where it only holds a place."""
_LOOKALIKE = re.compile(
    "(?<=[A-Za-z])[\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf]"
    "|[\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf](?=[A-Za-z])"
)
"""Cyrillic letters, and those of Greek that are drawn as ours, next to a letter of ours."""
_FORM = re.compile("[\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]+")
"""Letters joined in print, as a PDF gives them, and those that imitate bold or italic type."""
_ACCENT = re.compile(r"\w[\u0300-\u036f]+")


def look(text: Written) -> Iterator[Problem]:
    """Control and zero-width characters, spaces that break something, accents that are letters of their own."""
    for at, character in invisible(text.text):
        before = text.text[max(0, text.text.rfind("\n", 0, at) + 1) : at].split()
        if before:
            yield text.problem("character.invisible", at, what=described(character), before=before[-1][-20:])
        elif not (text.is_body and pasted.BULLET.match(text.text, at)):  # a sign of a list is told as one
            yield text.problem("character.first", at, what=described(character))
    for match in _BREAKS.finditer(text.prose) if text.is_body else ():
        at = match.start(match.lastgroup or 0)
        yield text.problem("character.space", at, what=described(text.text[at]))
    if text.text.isascii():
        return
    for match in _LOOKALIKE.finditer(text.prose):
        word = re.search(r"\w*$", text.prose[: match.start()])
        whole = (word[0] if word else "") + str(re.match(r"\w*", text.prose[match.start() :])[0])  # type: ignore[index]
        yield text.problem("character.lookalike", match.start(), what=described(match[0]), found=whole)
    for match in _FORM.finditer(text.prose):
        better = unicodedata.normalize("NFKC", match[0])
        yield text.problem("character.form", match.start(), what=described(match[0][0]), better=better)
    if not unicodedata.is_normalized("NFC", text.text):
        for match in _ACCENT.finditer(text.text):
            if (better := unicodedata.normalize("NFC", match[0])) != match[0]:
                yield text.problem("character.accent", match.start(), found=better)
                break

"""What a word processor or a mail brings along: signs of a list that is none, and addresses that stand bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.characters import described
from portal.words.problem import Problem

_SIGNS = "\u2022\u25cf\u25cb\u25aa\u25ab\u25e6\u2023\u2043\u00b7\u2219\u25a0\u25a1\u27a2\u2756\uf000-\uf0ff"
"""Signs of a list in a word processor, those of its symbol fonts included."""
BULLET = re.compile(rf"(?m)^[ \t\u00a0]*([{_SIGNS}])[ \t\u00a0]*\S")
_BARE = re.compile(r"(?<![\w\"'<(/=@.\[-])(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]'*_]")


def look(text: Written) -> Iterator[Problem]:
    """Bullets that are letters, and addresses in a field, where nobody can follow them."""
    if text.is_body:
        for match in BULLET.finditer(text.prose):
            sign = match[1]
            found = described(sign) if sign >= "\uf000" else f"'{sign}'"
            yield text.problem("pasted.bullet", match.start(1), found=found)
    elif not text.is_string:
        for match in _BARE.finditer(text.text):
            yield text.problem("pasted.address", found=match[0])

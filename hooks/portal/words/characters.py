"""Characters that cannot be seen or that look like a space, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from portal.words.wording import Phrase, phrase, wording

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML and Markdown take for letters; as they stand within the brackets of a pattern."""

_MAYBE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0\ud800-\uf8ff\ufeff\ufff0-\uffff"
    "\U000e0000-\U0010ffff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_KOREAN = re.compile("[\u1100-\u115e\u1161-\u11ff\uac00-\ud7a3]")
_JOINED = re.compile("[\u0600-\u1cff\u2600-\u27bf\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff]")
"""Scripts and pictures in which letters are joined or kept apart by a character without width."""
_FLAG = re.compile("[\U000e0020-\U000e007f]")


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Where characters stand that cannot be seen and have no business there. Printed in one piece, twice is once."""
    last = -2
    for match in _MAYBE.finditer(text):
        at, character = match.start(), match[0]
        if not _belongs(text, at, character):
            if at != last + 1 or character != text[last]:
                yield at, character
            last = at


def _belongs(text: str, at: int, character: str) -> bool:
    match character:
        case "\u200c" | "\u200d":
            return at > 0 and bool(_JOINED.match(text[at - 1]))
        case "\u200e" | "\u200f" | "\u061c" | "\u034f":
            return bool(_RIGHT_TO_LEFT.search(text))
        case _ if "\ufe00" <= character <= "\ufe0f":  # which form of a sign is meant
            return at > 0 and not (text[at - 1].isspace() or (text[at - 1].isascii() and text[at - 1].isalpha()))
        case "\u115f" | "\u1160" | "\u3164" | "\uffa0":
            return bool(_KOREAN.search(text))
        case "\u00ad":  # where a long word may be broken
            return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
        case "\r":
            return text[at + 1 : at + 2] == "\n"
        case _:
            return bool(_FLAG.match(character)) and "\U0001f3f4" in text[:at]


def described(character: str) -> Phrase:
    """What a character is called, with its number in Unicode."""
    number = f"{ord(character):04X}"
    key = f"character.{number.lower()}"
    return phrase("character.named", name=phrase(key) if key in wording() else _kind(character), number=number)


def _kind(character: str) -> Phrase | str:
    match unicodedata.category(character):
        case "Cc":
            return phrase("character.control")
        case "Co":
            return phrase("character.private")
        case _:
            return unicodedata.name(character, "?").lower()

"""Text as drawing: set in Manrope, wrapped and sized so that it always fits, also a long Dutch compound."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from font_manrope import ManropeExtraBold
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

_LEADING = 1.04
_CLEAR = 0.05
"""Between what hangs from a line and what rises from the next: an accent on a capital needs more than the leading."""

_MEASURED_AT = 200
"""Widths are measured once at this size; they grow with the size."""
_LARGE = 40
_SMOOTH = 3
"""How much larger small letters are drawn than they are shown: at their size they would be pulled to whole pixels."""


@dataclass(frozen=True)
class Setting:
    """A text as it is set: its lines, and how large."""

    lines: tuple[str, ...]
    size: int

    @property
    def leading(self) -> float:
        """From line to line."""
        needed = (_reach(above)[1] + _reach(below)[0] + _CLEAR for above, below in itertools.pairwise(self.lines))
        return self.size * max([_LEADING, *needed])

    @property
    def hang(self) -> float:
        """How far the last line hangs below its foot."""
        return self.size * _reach(self.lines[-1])[1] if self.lines else 0

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


def legible(text: str) -> str:
    """The text in letters that the font has; "" when it lacks some: a name without one of its letters is another name.

    What is no letter, digit or sign of a sum (an emoji, a mark that nobody sees) is left out.
    """
    letters = "".join(map(_nearest, unicodedata.normalize("NFC", text)))
    lacking = {letter for letter in letters if letter not in _letters() and not letter.isspace()}
    if any(unicodedata.category(letter)[0] in "LMN" or unicodedata.category(letter) in _SUMS for letter in lacking):
        return ""
    return " ".join("".join(letter for letter in letters if letter not in lacking).split())


def _nearest(letter: str) -> str:
    """The same in letters that the font has: `ij` for the one letter that Unicode has for both, a plain hyphen."""
    if letter in _letters() or letter in _UNSEEN:
        return "" if letter in _UNSEEN else letter
    return "-" if letter in _HYPHENS else unicodedata.normalize("NFKC", letter)


_SUMS = ("Sc", "Sm")
"""Signs of money and of sums: without them a text says something else."""
_HYPHENS = "\u2010\u2011"
_UNSEEN = "\u00ad" + "".join(map(chr, range(0xFE00, 0xFE10)))
"""Where a word may be cut, and which form of an emoji is meant."""


def fitted(text: str, width: int, height: int, sizes: Iterable[int]) -> Setting:
    """The text in the largest of the sizes at which it fits: in whole words, else cut at hyphens, else anywhere."""
    sizes = sorted(sizes, reverse=True)
    for cut in (_words, _parts):
        for size in sizes:
            setting = _set(cut(text), size, width)
            if setting and setting.height <= height:
                return setting
    size = sizes[-1]
    setting = _set(_pieces(text, size, width), size, width)
    assert setting
    most = int(height / setting.leading)
    if len(setting.lines) > most:
        last = setting.lines[most - 1]
        while last and text_width(f"{last}…", size) > width:
            last = last[:-1]
        setting = Setting((*setting.lines[: most - 1], f"{last.rstrip()}…"), size)
    return setting


def text_width(text: str, size: float) -> float:
    """How wide a text is, in pixels."""
    return sum(_advances(text, size))


def draw(mask: Image.Image, text: str, x: float, y: float, size: int) -> None:
    """Draw a line of text on a mask, its foot at `y`, letter by letter: Pillow knows no space between letters."""
    scale = 1 if size >= _LARGE else _SMOOTH
    width, height = round(text_width(text, size)) + 2 * size, 2 * size
    strip = Image.new("L", (width * scale, height * scale))
    pen, at = ImageDraw.Draw(strip), size / 2
    for letter, advance in zip(text, _advances(text, size), strict=True):
        pen.text((at * scale, 1.5 * size * scale), letter, fill=255, font=_font(size * scale), anchor="ls")
        at += advance
    strip = strip.reduce(scale)
    mask.paste(255, (round(x - size / 2), round(y - 1.5 * size)), strip)


_Token = tuple[str, str]
"""A piece of text that stays whole, and what stands before it: a space or nothing."""


def _words(text: str) -> list[_Token]:
    return [(word, " ") for word in text.split()]


def _parts(text: str) -> list[_Token]:
    """Words cut after their own hyphens."""
    return [(part, "" if i else " ") for word in text.split() for i, part in enumerate(re.findall(r"[^-]+-?|-", word))]


def _pieces(text: str, size: int, width: int) -> list[_Token]:
    """Words cut wherever the line ends, with a hyphen: nothing may run off the card."""
    return [(piece, before) for part, before in _parts(text) for piece, before in _cut(part, before, size, width)]


def _cut(part: str, before: str, size: int, width: int) -> Iterator[_Token]:
    while text_width(part, size) > width:
        end = next(end for end in range(len(part) - 1, 0, -1) if text_width(f"{part[:end]}-", size) <= width)
        yield f"{part[:end]}-", before
        part, before = part[end:], ""
    yield part, before


def _set(tokens: list[_Token], size: int, width: int) -> Setting | None:
    """The tokens on as few lines as fit, each about as long; None when one is too wide."""
    lines = _lines(tokens, size, width)
    if lines is None:
        return None
    narrow, wide = 0, width
    while wide - narrow > 4:
        middle = (narrow + wide) // 2
        fewer = _lines(tokens, size, middle)
        if fewer is not None and len(fewer) == len(lines):
            lines, wide = fewer, middle
        else:
            narrow = middle
    return Setting(tuple(lines), size)


def _lines(tokens: list[_Token], size: int, width: int) -> list[str] | None:
    lines: list[str] = []
    for token, before in tokens:
        if text_width(token, size) > width:
            return None
        if lines and text_width(f"{lines[-1]}{before}{token}", size) <= width:
            lines[-1] += before + token
        else:
            lines.append(token)
    return lines


def _advances(text: str, size: float) -> list[float]:
    """How far each letter moves the pen, kerning included. Large type is set tight."""
    tracking = -0.035 if size >= _LARGE else -0.01
    pairs = zip(text, f"{text[1:]} "[: len(text)], strict=True)
    advances = (_pair(letter, after) - _pair(after, "") for letter, after in pairs)
    return [(advance / _MEASURED_AT + tracking) * size for advance in advances]


@functools.cache
def _reach(line: str) -> tuple[float, float]:
    """How far a line rises above its foot and hangs below it, in its size."""
    _, top, _, bottom = _font(_MEASURED_AT).getbbox(line, anchor="ls")
    return -top / _MEASURED_AT, bottom / _MEASURED_AT


@functools.cache
def _letters() -> Collection[str]:
    """The letters that the font has."""
    with TTFont(ManropeExtraBold) as font:
        return frozenset(map(chr, font.getBestCmap()))


@functools.cache
def _pair(first: str, second: str) -> float:
    return _font(_MEASURED_AT).getlength(first + second)


@functools.cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(ManropeExtraBold, size)

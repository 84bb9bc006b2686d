"""Social cards: the picture that stands beside a link to a page when it is shared. One for every page."""

from __future__ import annotations

import functools
import hashlib
import io
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageColor, ImageDraw
from PIL import __version__ as pillow

from portal import card_art, drawing, lettering
from portal.card_art import ART, BASE, LEFT
from portal.drawing import Poster, arch, rectangle
from portal.palette import Palette, palette

WIDTH, HEIGHT = 1200, 630
"""What the networks ask for."""

_MARGIN = 72
_TITLE_TOP = 132
_TITLE_FOOT = 496
_TITLE_SIZES = range(44, 145, 4)
_KICKER_SIZE = 32
_NAME_SIZE = 36
_NAME_LEFT = _MARGIN + 58

_STEPS = 16
"""From the ground to the colour of the words: enough for smooth letters."""
_ART_COLOURS = 80


@dataclass(frozen=True)
class Card:
    """What a card says, and the form that says where one is."""

    title: str
    kicker: str
    form: str
    site_name: str

    @functools.cached_property
    def key(self) -> str:
        """Names the card after all that it is made of: its words, the colours, and the code that draws it."""
        parts = json.dumps([asdict(self), asdict(palette()), pillow, _recipe()], sort_keys=True)
        return hashlib.sha256(parts.encode()).hexdigest()[:16]


def drawn(card: Card) -> bytes:
    """The card as a PNG with a palette, a few kilobytes."""
    image = _background(card.form, palette()).copy()
    title = lettering.fitted(card.title, LEFT - 24 - _MARGIN, _TITLE_FOOT - _TITLE_TOP, _TITLE_SIZES)
    words = Image.new("L", image.size)
    if card.kicker:
        lettering.draw(words, card.kicker, _MARGIN + 52, 104, _KICKER_SIZE)
    # The title stands on the deck, as the arch beside it does.
    for i, line in enumerate(reversed(title.lines)):
        lettering.draw(words, line, _MARGIN, _TITLE_FOOT - i * title.size * lettering.LEADING, title.size)
    _print(image, words, 0)
    name = Image.new("L", image.size)
    lettering.draw(name, card.site_name, _NAME_LEFT, BASE + 61, _NAME_SIZE)
    _print(image, name, _STEPS)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


@functools.cache
def _recipe() -> str:
    """The code that draws: when it changes, so do the cards."""
    modules = (card_art, drawing, lettering)
    sources = [Path(__file__), *(Path(str(module.__file__)) for module in modules)]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


@functools.cache
def _background(form: str, hue: Palette) -> Image.Image:
    """All of a card but its words, in as many colours as it needs.

    The palette starts with the steps from each ground to its words, so that printing them is a table and no blending.
    """
    ground, words, art = ART[form]
    poster = Poster(WIDTH, HEIGHT, getattr(hue, ground))
    art(poster, hue)
    poster.fill(hue.ink, rectangle(0, BASE, WIDTH, HEIGHT - BASE))
    poster.fill(hue.sun, arch(_MARGIN, BASE + 26, 40, 44))
    poster.fill(hue.ink, arch(_MARGIN + 12, BASE + 40, 16, 30))
    image = poster.image()
    colours = [
        *_steps(getattr(hue, ground), getattr(hue, words)),
        *_steps(hue.ink, hue.chalk),
    ]
    found = image.quantize(_ART_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).getpalette() or []
    table = Image.new("P", (1, 1))
    table.putpalette([*(part for colour in colours for part in colour), *found[: 3 * _ART_COLOURS]])
    return image.quantize(palette=table, dither=Image.Dither.NONE)


def _steps(start: str, end: str) -> list[tuple[int, ...]]:
    """Colours from one to the other, both included."""
    first, last = ImageColor.getrgb(start), ImageColor.getrgb(end)
    shares = [step / (_STEPS - 1) for step in range(_STEPS)]
    return [tuple(round(a + (b - a) * share) for a, b in zip(first, last, strict=True)) for share in shares]


def _print(image: Image.Image, words: Image.Image, first: int) -> None:
    """Put words on the image in the steps of the palette that start at `first`."""
    steps = words.point([first + round(value * (_STEPS - 1) / 255) for value in range(256)])
    steps = Image.frombytes("P", steps.size, steps.tobytes())
    image.paste(steps, mask=words.point([0] + [255] * 255))

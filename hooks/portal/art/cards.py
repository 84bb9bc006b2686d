"""Social cards: the picture that stands beside a link to a page when it is shared. One for every page."""

from __future__ import annotations

import functools
import hashlib
import io
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageColor
from PIL import __version__ as pillow

from portal.art import card_art, drawing, lettering
from portal.art.card_art import ART, BASE, LEFT, glyph
from portal.art.drawing import Poster, arch, rectangle
from portal.art.emblem import Emblem
from portal.art.palette import Palette
from portal.assets.cache import recipe

WIDTH, HEIGHT = 1200, 630
"""What the networks ask for."""

_MARGIN = 72
_TITLE_WIDTH = LEFT - 38 - _MARGIN
_TITLE_TOP, _TITLE_FOOT = 124, 492
_TITLE_SIZES = range(44, 181, 4)

_STEPS = 16
"""From a ground to the colour of the words on it: enough for smooth letters."""
_ART_COLOURS = 64


@dataclass(frozen=True)
class Card:
    """What a card says, and the look that says where one is."""

    title: str
    kicker: str
    emblem: Emblem
    site_name: str


def key(card: Card, colours: Palette) -> str:
    """Names a card after all that it is made of: its words, the colours, and the code that draws it."""
    parts = json.dumps([asdict(card), asdict(colours), _recipe()])
    return hashlib.sha256(parts.encode()).hexdigest()[:20]


def paint(card: Card, colours: Palette) -> bytes:
    """The card as a PNG with a palette, some 20 KB."""
    image = _background(card.emblem, colours).copy()
    words = Image.new("L", image.size)
    lettering.draw(words, card.kicker, _MARGIN + 48, 99, 32)
    title = lettering.fitted(card.title, _TITLE_WIDTH, _TITLE_FOOT - _TITLE_TOP, _TITLE_SIZES)
    # The title stands on the deck, as the arch beside it does.
    for i, line in enumerate(reversed(title.lines)):
        lettering.draw(words, line, _MARGIN - 0.03 * title.size, _TITLE_FOOT - i * title.leading, title.size)
    _print(image, words, 0)
    name = Image.new("L", image.size)
    lettering.draw(name, card.site_name, _MARGIN + 58, BASE + 61, 36)
    _print(image, name, _STEPS)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


@functools.cache
def _recipe() -> str:
    return recipe(card_art, drawing, lettering, Path(__file__).read_text(encoding="utf-8"), pillow)


@functools.cache
def _background(emblem: Emblem, colours: Palette) -> Image.Image:
    """All of a card but its words.

    Its palette starts with the steps from each ground to the words on it: printing them is a table and no blending.
    """
    ground = getattr(colours, emblem.hue)
    on_ground = colours.chalk if ground in (colours.river, colours.brick) else colours.ink
    poster = Poster(WIDTH, HEIGHT, ground)
    ART[emblem.drawing](poster, colours, emblem)
    poster.fill(on_ground, *glyph(emblem.arch, _MARGIN, 72, 32))
    poster.fill(colours.ink, rectangle(0, BASE, WIDTH, HEIGHT - BASE))
    poster.fill(colours.sun, arch(_MARGIN, BASE + 26, 40, 44))
    poster.fill(colours.ink, arch(_MARGIN + 12, BASE + 40, 16, 30))
    image = poster.image()
    found = image.quantize(_ART_COLOURS, dither=Image.Dither.NONE).getpalette() or []
    steps = [*_steps(ground, on_ground), *_steps(colours.ink, colours.chalk)]
    table = Image.new("P", (1, 1))
    table.putpalette([*(part for step in steps for part in step), *found[: 3 * _ART_COLOURS]])
    return image.quantize(palette=table, dither=Image.Dither.NONE)


def _steps(start: str, end: str) -> list[tuple[int, ...]]:
    """Colours from one to the other, both included."""
    first, last = ImageColor.getrgb(start), ImageColor.getrgb(end)
    shares = [step / (_STEPS - 1) for step in range(_STEPS)]
    return [tuple(round(a + (b - a) * share) for a, b in zip(first, last, strict=True)) for share in shares]


def _print(image: Image.Image, words: Image.Image, first: int) -> None:
    """Put words on the image, in the steps of its palette that start at `first`."""
    steps = words.point([first + round(value * (_STEPS - 1) / 255) for value in range(256)])
    ink = Image.frombytes("P", steps.size, steps.tobytes())
    image.paste(ink, mask=words.point([0] + [255] * 255))

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

from portal.art import lettering, raster
from portal.assets.cache import recipe
from portal.assets.palette import Palette
from portal.schema.drawings import Hue

WIDTH, HEIGHT = 1200, 630
"""What the networks ask for."""

_MARGIN = 72
_TITLE_WIDTH = 606
_TITLE_TOP, _TITLE_FOOT = 124, 492
_TITLE_SIZES = range(44, 181, 4)
_KICKER = (558, 44)
"""The width and height of one line."""
_DECK, _CLEAR = 534, 8
"""Where the deck begins that drawings/social_card.html draws, and what stays free above it."""
_NAME_FOOT = 595
"""Where the name of the site stands, on the deck."""

_STEPS = 16
"""From a ground to the colour of the words on it: enough for smooth letters."""
_ART_COLOURS = 64


@dataclass(frozen=True)
class Card:
    """What a card says, and what is drawn beside it."""

    title: str
    """"" when it cannot be lettered: the name of the site takes its place."""
    kicker: str
    site_name: str
    picture: str
    """All of it but the words, as a painted SVG."""
    hue: Hue
    """The colour of its ground."""

    @property
    def words(self) -> str:
        """The largest words on it."""
        return self.title or self.site_name


def key(card: Card, colours: Palette) -> str:
    """Names a card after all that it is made of: its words, its drawing, the colours, and the code that draws it."""
    parts = json.dumps([asdict(card), asdict(colours), _recipe()])
    return hashlib.sha256(parts.encode()).hexdigest()[:20]


def backdrop_key(card: Card, colours: Palette) -> str:
    """Names the backdrop of a card, which many cards share."""
    parts = json.dumps([card.picture, card.hue, asdict(colours), _recipe()])
    return f"backdrop-{hashlib.sha256(parts.encode()).hexdigest()[:20]}"


def backdrop(card: Card, colours: Palette) -> bytes:
    """All of a card but its words, as a PNG.

    Its palette starts with the steps from each ground to the words on it: printing them is a table and no blending.
    """
    image = raster.rasterised(card.picture, WIDTH).convert("RGB")
    found = image.quantize(_ART_COLOURS, dither=Image.Dither.NONE).getpalette() or []
    ground = getattr(colours, card.hue)
    on_ground = colours.chalk if ground in (colours.river, colours.brick) else colours.ink
    steps = [*_steps(ground, on_ground), *_steps(colours.ink, colours.chalk)]
    table = Image.new("P", (1, 1))
    table.putpalette([*(part for step in steps for part in step), *found[: 3 * _ART_COLOURS]])
    return _png(image.quantize(palette=table, dither=Image.Dither.NONE))


def paint(card: Card, backdrop: bytes) -> bytes:
    """The card as a PNG with a palette, some 20 KB: the words on its backdrop."""
    image = Image.open(io.BytesIO(backdrop))
    words = Image.new("L", image.size)
    kicker = lettering.fitted(card.kicker, *_KICKER, range(24, 33, 4))
    for line in kicker.lines:
        lettering.draw(words, line, _MARGIN + 48, 99, kicker.size)
    title = lettering.fitted(card.words, _TITLE_WIDTH, _TITLE_FOOT - _TITLE_TOP, _TITLE_SIZES)
    # The title stands on the deck, as the arch beside it does; what hangs from it does not reach the deck.
    foot = min(_TITLE_FOOT, _DECK - _CLEAR - title.hang)
    for i, line in enumerate(reversed(title.lines)):
        lettering.draw(words, line, _MARGIN - 0.03 * title.size, foot - i * title.leading, title.size)
    _print(image, words, 0)
    name = Image.new("L", image.size)
    lettering.draw(name, card.site_name, _MARGIN + 58, _NAME_FOOT, 36)
    _print(image, name, _STEPS)
    return _png(image)


@functools.cache
def _recipe() -> str:
    return recipe(lettering, Path(__file__).read_text(encoding="utf-8"), raster.VERSION, pillow)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


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

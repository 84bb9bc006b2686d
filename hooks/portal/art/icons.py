"""Icons: the arch by which you come in, for tabs, home screens and the browsers that still ask for favicon.ico."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from mkdocs.utils import get_relative_url
from PIL import Image
from PIL import __version__ as pillow

from portal.art import drawing
from portal.art.drawing import Poster, arch, rectangle
from portal.art.palette import Palette
from portal.assets.cache import Cache, recipe
from portal.assets.published import SOURCES
from portal.model.addresses import home

_TAB_SIZES = (16, 32, 48)


def icons(colours: Palette, cache: Cache) -> Mapping[str, bytes]:
    """Every icon by its name; all stand at the root of the site, where browsers look unasked."""
    painted: Mapping[str, Callable[[], bytes]] = {
        "favicon.ico": partial(_ico, colours),
        "apple-touch-icon.png": partial(_png, 180, 0.7, colours),
        "icon-192.png": partial(_png, 192, 0.7, colours),
        "icon-512.png": partial(_png, 512, 0.7, colours),
        # Systems cut a maskable icon to a shape of their own: what matters stays within the inner 80%.
        "icon-maskable-512.png": partial(_png, 512, 0.5, colours),
    }
    code = recipe(drawing, Path(__file__).read_text(encoding="utf-8"), pillow, repr(colours))
    drawn = {name: cache.kept(f"{code[:20]}-{name}", paint) for name, paint in painted.items()}
    return {"favicon.svg": (SOURCES / "icons/favicon.svg").read_bytes(), **drawn}


def manifest_path(locale: str) -> str:
    """Where the manifest of a language is published."""
    return f"{home(locale)[1:]}site.webmanifest"


def manifest(name: str, description: str, locale: str, colours: Palette) -> bytes:
    """What a phone wants to know when somebody puts the site on its home screen, in one language."""
    path = manifest_path(locale)
    sizes = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("icon-maskable-512.png", 512, "maskable"))
    fields = {
        "name": name,
        "short_name": "Nijmegen",
        "description": description,
        "lang": locale,
        "dir": "ltr",
        "start_url": ".",
        "scope": ".",
        "display": "browser",
        "theme_color": colours.ground,
        "background_color": colours.ground,
        "icons": [
            {"src": get_relative_url(icon, path), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for icon, size, purpose in sizes
        ],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2).encode()


def _ico(colours: Palette) -> bytes:
    """Sizes for tabs, each drawn for itself; transparent, since a tab may be light or dark."""
    images = []
    for size in _TAB_SIZES:
        poster = Poster(size, size, f"{colours.brick}00")
        _door(poster, colours, 0, 0, size)
        images.append(poster.image())
    buffer = io.BytesIO()
    images[-1].save(buffer, "ICO", sizes=[image.size for image in images], append_images=images[:-1])
    return buffer.getvalue()


def _png(size: int, share: float, colours: Palette) -> bytes:
    """An icon that fills its square: home screens round the corners themselves, and show black for transparent."""
    poster = Poster(size, size, colours.sun)
    door = size * share
    deck = size * (1 + share) / 2 - size * 0.04
    poster.fill(colours.ink, rectangle(0, deck, size, size - deck))
    _door(poster, colours, (size - door) / 2, deck - door, door)
    buffer = io.BytesIO()
    poster.image().quantize(32, dither=Image.Dither.NONE).save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()


def _door(poster: Poster, colours: Palette, x: float, y: float, size: float) -> None:
    """An arch in an arch, as in assets/icons/favicon.svg."""
    unit = size / 32
    for colour, left, top in ((colours.brick, 3, 1), (colours.sun, 9, 7), (colours.ink, 12.5, 14)):
        poster.fill(colour, arch(x + left * unit, y + top * unit, (32 - 2 * left) * unit, (32 - top) * unit))

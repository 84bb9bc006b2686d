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

from portal.art import raster
from portal.assets.cache import Cache, recipe
from portal.assets.palette import Palette

_TAB_SIZES = (16, 32, 48)


def icons(draw: Callable[[float], str], cache: Cache) -> Mapping[str, bytes]:
    """Every icon by its name; all stand at the root of the site, where browsers look unasked.

    `draw` gives the drawing of an icon, as a painted SVG, of which the mark takes such a share.
    """
    mark = draw(1)
    made: Mapping[str, Callable[[], bytes]] = {
        "favicon.ico": partial(_ico, mark),
        "apple-touch-icon.png": partial(_png, draw(0.7), 180),
        "icon-192.png": partial(_png, draw(0.7), 192),
        "icon-512.png": partial(_png, draw(0.7), 512),
        # Systems cut a maskable icon to a shape of their own: what matters stays within the inner 80%.
        "icon-maskable-512.png": partial(_png, draw(0.5), 512),
    }
    code = recipe(Path(__file__).read_text(encoding="utf-8"), pillow, raster.VERSION, mark, draw(0.7), draw(0.5))
    rasterised = {name: cache.kept(f"{code[:20]}-{name}", make) for name, make in made.items()}
    return {"favicon.svg": mark.encode(), **rasterised}


def manifest_path(home: str) -> str:
    """Where the manifest of a language is published, given the address of its home page."""
    return f"{home[1:]}site.webmanifest"


def manifest(path: str, name: str, description: str, locale: str, colours: Palette) -> bytes:
    """What a phone wants to know when somebody puts the site on its home screen, in one language."""
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


def _ico(svg: str) -> bytes:
    """Sizes for tabs, each made for itself; transparent, since a tab may be light or dark."""
    images = [raster.rasterised(svg, size) for size in _TAB_SIZES]
    buffer = io.BytesIO()
    images[-1].save(buffer, "ICO", sizes=[image.size for image in images], append_images=images[:-1])
    return buffer.getvalue()


def _png(svg: str, size: int) -> bytes:
    buffer = io.BytesIO()
    image = raster.rasterised(svg, size).convert("RGB")
    image.quantize(32, dither=Image.Dither.NONE).save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()

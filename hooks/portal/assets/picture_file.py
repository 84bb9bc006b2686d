"""A picture as it was delivered: what is read of it, and what is refused."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
from PIL import ExifTags, Image, ImageCms, ImageOps

pillow_heif.register_heif_opener(thumbnails=False)

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
MAX_BYTES = 20 * 1024 * 1024
"""More than any photo needs of which 1600 pixels are shown."""
MAX_PIXELS = 50_000_000
"""More is a mistake, or a bomb: a file of a few kilobytes that fills the memory when it is unpacked."""
MIN_WIDTH = 800
MAX_HEIGHT = 16_383
"""Of a picture as it is published, at most 1600 wide: WebP ends there, and no reader wants to scroll that far."""
WIDTHS = (400, 800, 1200, 1600)
"""From a card on a phone to a cover on a wide screen. A smaller picture is never enlarged."""

_PLAIN = ("L", "RGB", "RGBA", "CMYK")
_TRANSPARENT_ON = "#fbf7ed"
_MOVING = ("PNG", "WEBP", "AVIF")
_LAST = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}
_TURNED = (5, 6, 7, 8)
"""EXIF orientations that lie on their side."""


class PictureError(Exception):
    """A file that cannot be used, as a key of wording.yml and its words."""

    def __init__(self, key: str, **words: object) -> None:
        self.key = key
        self.words = words
        super().__init__(key)


def size(path: Path) -> tuple[int, int]:
    """Width and height as the picture is seen. Reads the header alone, so that a check of many stays fast."""
    if (weight := path.stat().st_size) > MAX_BYTES:
        raise PictureError("picture.heavy", size=weight // 1024**2, limit=MAX_BYTES // 1024**2)
    with opened(path) as image:
        # A PNG may keep its orientation behind the pixels: asking for it would unpack them.
        exif = image.getexif() if image.format != "PNG" or "exif" in image.info else {}
        width, height = image.size
        if exif.get(ExifTags.Base.Orientation) in _TURNED:
            width, height = height, width
        if image.format in _MOVING and getattr(image, "is_animated", False):
            raise PictureError("picture.moves")
        if not _ends(path, image.format or ""):
            raise PictureError("picture.broken")
        if (shown := height * min(width, WIDTHS[-1]) // width) > MAX_HEIGHT:
            raise PictureError("picture.tall", height=shown, limit=MAX_HEIGHT)
        return width, height


def _ends(path: Path, format_: str) -> bool:
    """Whether a file goes on to where its format says that a picture ends: one that breaks off has a whole header."""
    return format_ not in _LAST or _LAST[format_] in path.read_bytes()


def pixels(path: Path, width: int) -> Image.Image:
    """The picture upright, opaque, in sRGB, at most `width` wide, and with nothing besides its pixels."""
    with opened(path) as image:
        try:
            # A JPEG can be unpacked at half or a quarter of its size, which is all that is needed.
            image.draft(None, (width, width))
            # Any other at a whole fraction of it, before its colours are looked at: that saves seconds on a large one.
            factor = max(1, min(image.size) // (2 * width))
            small = image.reduce(factor) if factor > 1 and image.mode in _PLAIN else image
            upright = ImageOps.exif_transpose(small)
        except (OSError, SyntaxError, ValueError, RuntimeError) as error:  # the last is what an AVIF raises
            raise PictureError("picture.broken") from error
        profile = image.info.get("icc_profile")
        colours = _srgb(_opaque(upright), profile)
    if colours.width > width:
        colours = colours.resize((width, round(colours.height * width / colours.width)), Image.Resampling.LANCZOS)
    # A new image: place, camera and comments stay behind.
    clean = Image.new("RGB", colours.size)
    clean.paste(colours)
    return clean


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """A picture of a kind and a size that we take; PictureError for any other."""
    try:
        with warnings.catch_warnings():
            # Pillow's own limit is higher than ours, and only warns.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise PictureError("picture.bomb", limit=MAX_PIXELS // 1_000_000) from error
    except (OSError, SyntaxError, ValueError, RuntimeError) as error:
        raise PictureError("picture.unreadable", allowed=", ".join(FORMATS)) from error
    with image:
        if image.width * image.height > MAX_PIXELS:
            raise PictureError("picture.bomb", limit=MAX_PIXELS // 1_000_000)
        yield image


def _opaque(image: Image.Image) -> Image.Image:
    """Transparency becomes paper: a photo has none, and a JPEG cannot."""
    if image.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        # 16 bits a pixel, which Pillow would cut off instead of scaling down.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB") if image.mode == "P" else image
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, _TRANSPARENT_ON)
    return Image.alpha_composite(paper, layer).convert("RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as a screen shows them. A profile that does not fit the picture is left out of account."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")

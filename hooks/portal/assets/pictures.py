"""Pictures as they are published: in the widths and formats the pages use, and never as they were delivered."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, ImageColor
from PIL import __version__ as pillow

from portal.assets import picture_file
from portal.assets.cache import Cache, Progress, make_each, recipe
from portal.assets.palette import Palette
from portal.assets.picture_file import WIDTHS, PictureError, pixels
from portal.model.placed_pictures import by_path, placed
from portal.model.site import Site
from portal.schema.fields import slugify
from portal.schema.picture import Picture
from portal.words.problem import ContentError, Place, Problem

_ENCODED: Mapping[str, Mapping[str, Any]] = {
    # One thread each: more would save no time beside each other, and the bytes must not depend on the machine.
    "avif": {"format": "AVIF", "quality": 50, "speed": 7, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 70, "method": 4},
    "jpg": {"format": "JPEG", "quality": 70, "progressive": True, "optimize": True},
}
"""The best first, as browsers choose."""


@dataclass(frozen=True)
class Rendition:
    """A picture in one width and format."""

    path: str
    width: int
    kept_as: str


@dataclass(frozen=True)
class Published:
    """A picture with all that a page needs to show it."""

    entry: Picture | None
    """What is known of it; of a picture that stands in a text and beside the delivered ones, nothing."""
    width: int
    height: int
    hue: str
    """The colour of the palette that is nearest to most of it: what stands there until it is loaded."""
    files: Mapping[str, tuple[Rendition, ...]]
    """By ending, the best format first; the narrowest first."""


def publish(site: Site, cache: Cache, colours: Palette, progress: Progress | None) -> Mapping[PurePosixPath, Published]:
    """Every picture that a page shows, by its file, made unless it was made before."""
    entries = by_path(site)
    shown = {picture.path for picture in site.shown_pictures.values()} | {path for _, _, path in placed(site)}
    keys = {path: _key(site.content.root / path) for path in sorted(shown)}
    files = {key: site.content.root / path for path, key in keys.items()}
    new = [key for key in files if _kept(cache, key) is None]
    errors = make_each(partial(_make, cache, files), new, "build.pictures", progress)
    _raise(entries, keys, {key: error for key, error in zip(new, errors, strict=True) if error})
    return {path: _published(path, entries.get(path), key, cache, colours) for path, key in keys.items()}


def _key(path: Path) -> str:
    return hashlib.sha256(path.read_bytes() + _recipe().encode()).hexdigest()[:32]


def _recipe() -> str:
    return recipe(picture_file, Path(__file__).read_text(encoding="utf-8"), pillow)


def _kept(cache: Cache, key: str) -> Any:
    """What is known of a picture that was made before: this is written last, so all the rest is there too."""
    about = json.loads(cache.read(f"{key}.json") or b"null")
    return about if about and cache.holds(about["files"]) else None


def _make(cache: Cache, files: Mapping[str, Path], key: str) -> PictureError | None:
    try:
        image = pixels(files[key], WIDTHS[-1])
    except PictureError as error:
        return error
    hashes = {}
    for width in [width for width in WIDTHS if width <= image.width] or [image.width]:
        small = image.resize((width, _height(image, width)), Image.Resampling.LANCZOS) if width < image.width else image
        for ending, options in _ENCODED.items():
            buffer = io.BytesIO()
            small.save(buffer, **options)
            name = f"{key}-{width}.{ending}"
            hashes[name] = hashlib.sha256(buffer.getvalue()).hexdigest()[:10]
            cache.write(name, buffer.getvalue())
    about = {"width": image.width, "height": image.height, "colour": _dominant(image), "files": hashes}
    cache.write(f"{key}.json", json.dumps(about).encode())
    return None


def _height(image: Image.Image, width: int) -> int:
    return max(1, round(image.height * width / image.width))


def _dominant(image: Image.Image) -> list[int]:
    """The colour of most of a picture."""
    few = image.resize((64, 64), Image.Resampling.BOX).quantize(6)
    index = max(range(6), key=few.histogram().__getitem__)
    return (few.getpalette() or [])[3 * index : 3 * index + 3]


def _published(path: PurePosixPath, entry: Picture | None, key: str, cache: Cache, colours: Palette) -> Published:
    about = _kept(cache, key)
    files: dict[str, tuple[Rendition, ...]] = dict.fromkeys(_ENCODED, ())
    for name, content_hash in about["files"].items():
        width, _, ending = name.removeprefix(f"{key}-").partition(".")
        public = f"assets/pictures/{slugify(path.stem)}-{width}.{content_hash}.{ending}"
        files[ending] += (Rendition(public, int(width), name),)
    return Published(entry, about["width"], about["height"], _nearest(about["colour"], colours), files)


def _nearest(colour: list[int], colours: Palette) -> str:
    def distance(name: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(ImageColor.getrgb(colours.hues[name]), colour, strict=False))

    return min(colours.hues, key=distance)


def _raise(
    entries: Mapping[PurePosixPath, Picture], keys: Mapping[PurePosixPath, str], errors: Mapping[str, PictureError]
) -> None:
    """Only the header was checked; a file may break off behind it."""
    problems: list[Problem] = []
    for path, key in keys.items():
        if error := errors.get(key):
            file = entries[path].file if path in entries else Place(path)
            problems.append(file.problem(error.key, "file", path=path, **error.words))
    if problems:
        raise ContentError(problems)

"""Downloads: what stands in content/assets/ is published as it is, so only kinds that cannot run, in plain sight.

A page, a script, a drawing that can hold one, or a program would run with the rights of the site; a picture may say
where it was taken. Those are refused, not cleaned: what an editor sees is what is published.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from PIL import ExifTags, Image

from portal.assets.picture_file import PictureError, opened
from portal.model.site import Site
from portal.schema.fields import slugify
from portal.schema.picture import PICTURES
from portal.words.problem import Place, Problem

MAX_BYTES = 10 * 1024 * 1024
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ACTIVE = ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/RichMedia", "/XFA")
"""The names in a PDF under which something runs, starts or hides."""


class _RefusedError(Exception):
    """Why a file is not published, as a key of wording.yml."""


def check(site: Site) -> Iterator[Problem]:
    """Every download that is not of a kind, a size and a name that can be published."""
    for path in map(PurePosixPath, sorted(site.content.assets)):
        if path.is_relative_to(PICTURES):
            continue  # never published as they are; checks/pictures.py looks at them
        try:
            _check(site.content.root / path, path)
        except PictureError as error:
            yield Place(path).problem(error.key, path=path, **error.words)
        except _RefusedError as error:
            words = {"allowed": ", ".join(KINDS), "limit": MAX_BYTES // 1024**2, "better": _better(path)}
            yield Place(path).problem(str(error), **words)


def _check(file: Path, path: PurePosixPath) -> None:
    if path.suffix not in KINDS:
        raise _RefusedError("download.kind")
    folders = path.relative_to("content/assets").with_suffix("").parts
    if not all(map(_NAME.fullmatch, folders)):
        raise _RefusedError("download.name")
    if file.stat().st_size > MAX_BYTES:
        raise _RefusedError("download.size")
    KINDS[path.suffix](file)


def _better(path: PurePosixPath) -> str:
    return f"{slugify(path.stem)}{path.suffix.lower()}"


def _picture(format_: str) -> Callable[[Path], None]:
    def look(file: Path) -> None:
        with opened(file) as image:
            if image.format != format_:
                raise _RefusedError("download.other")
            if _tells_the_place(image):
                raise _RefusedError("download.place")

    return look


def _tells_the_place(image: Image.Image) -> bool:
    """Whether a picture says where it was taken, in either of the two ways it can."""
    xmp = image.info.get("xmp", image.info.get("XML:com.adobe.xmp", b""))
    packet = xmp.encode() if isinstance(xmp, str) else bytes(xmp)
    return b"GPS" in packet or bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))


def _pdf(file: Path) -> None:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its advice is for programmers
    if not file.read_bytes().startswith(b"%PDF-"):
        raise _RefusedError("download.other")
    try:
        reader = PdfReader(file)
        if reader.is_encrypted:
            raise _RefusedError("download.active")
        # From the trailer, each object once: a name in a stream of objects is found too, and a loop ends.
        todo: list[object] = [reader.trailer]
        seen: set[int] = set()
        while todo:
            thing = todo.pop()
            if isinstance(thing, IndirectObject):
                if thing.idnum in seen:
                    continue
                seen.add(thing.idnum)
                thing = thing.get_object()
            if isinstance(thing, DictionaryObject):
                if any(name in thing for name in _ACTIVE) or thing.get("/S") in _ACTIVE:
                    raise _RefusedError("download.active")
                todo += thing.values()
            elif isinstance(thing, ArrayObject):
                todo += thing
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise _RefusedError("download.broken") from error


def _text(file: Path) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _RefusedError("encoding") from error
    if any(unicodedata.category(character) == "Cc" and character not in "\t\r\n" for character in text):
        raise _RefusedError("download.other")


KINDS: Mapping[str, Callable[[Path], None]] = {
    ".pdf": _pdf,
    ".jpg": _picture("JPEG"),
    ".jpeg": _picture("JPEG"),
    ".png": _picture("PNG"),
    ".webp": _picture("WEBP"),
    ".avif": _picture("AVIF"),
    ".txt": _text,
    ".csv": _text,
    ".ics": _text,
}
"""What may be published, with how it is looked at."""

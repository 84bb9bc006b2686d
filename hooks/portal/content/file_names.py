"""What the name of a file tells: copies that programs leave, names that no address or no system can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from portal.schema.fields import is_reserved, slugify
from portal.words.problem import Place, Problem

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".yml", ".yaml", ".txt")
_LEFT = re.compile(
    r"(?i)(?:eh)?thumbs\.db(?:encryptable)?|desktop\.ini|Icon\r?|@eaDir|#recycle|#snapshot|__MACOSX|\$RECYCLE\.BIN|lost\+found"
    r"|[^/]*~|#[^/]*#|~\$[^/]*|\.[^/]*"
    r"|[^/]*\.(?:sw[a-p]|_*tmp|crdownload|download|part|lock|lnk|url|webloc|icloud|asd|wbk|pyc)|[^/]*:Zone\.Identifier"
)
"""What systems and editors put beside a file while it is open. Nobody means to publish it, nobody minds it."""
_COPY = re.compile(
    r"(?i)\.(?:orig|bak|backup|old|rej|save|mine|theirs|r\d+)(?=\.|$)|\(\d+\)(?=\.|$)"
    r"|[(\[.][^)\].]*conflict|\.(?:BACKUP|BASE|LOCAL|REMOTE)\.\d+|\.(?:md|ya?ml)(?:[_\d]+|\.(?!md$|ya?ml$|txt$)[\w-]+)$"
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+|(?<=[ _(-])(?:copy|kopie|copie)\)?(?: ?\(?\d+\)?)?(?=\.|$)"
    r"|^(?:copy of|kopie van|copie de) "
)
"""What a merge, a sync program or a careful person makes of a file: the same again, and mostly an older one."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".tif", ".tiff", ".bmp", ".avif", ".svg")
_DOCUMENTS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".pptx", ".ppt", ".odp", ".csv", ".zip",
              ".pages", ".mp4", ".mp3", ".mov", ".ics")  # fmt: skip


def is_left_behind(path: PurePosixPath) -> bool:
    """Whether a file, or a folder it stands in, was put there by a program for itself."""
    return any(_LEFT.fullmatch(part) for part in path.parts)


def name_problem(path: PurePosixPath) -> Problem | None:
    """What is wrong with the name of a file that is published under it."""
    name, place = path.name, Place(path)
    if not unicodedata.is_normalized("NFC", str(path)):
        better = unicodedata.normalize("NFC", name)
        return place.problem("file.decomposed", found=better, better=f"{slugify(path.stem)}{path.suffix.lower()}")
    if _COPY.search(name):
        return place.problem("file.copy", found=name)
    if is_reserved(path.stem.lower()) or re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', name):
        return place.problem("file.reserved", found=name, better=f"{slugify(path.stem)}-1{path.suffix.lower()}")
    return None


def misnamed(path: PurePosixPath, folder: PurePosixPath, ending: str, there: Collection[str]) -> Problem:
    """A file whose name cannot stand in an address. `there` are the names beside it: none of them may be given away."""
    name = path.name
    place = Place(path)
    found = path.relative_to(folder)
    if not unicodedata.is_normalized("NFC", name):
        better = unicodedata.normalize("NFC", name)
        return place.problem("file.decomposed", found=better, better=_slug(PurePosixPath(better), ending))
    if _COPY.search(name):
        return place.problem("file.copy", found=found)
    if path.suffix.lower() in _PICTURES:
        return place.problem("file.picture", found=found, better=f"{slugify(path.stem)}{path.suffix.lower()}")
    if path.suffix.lower() in _DOCUMENTS:
        return place.problem("file.document", found=found)
    if path.suffix.lower() in (".html", ".htm"):
        return place.problem("file.html", found=found, better=_slug(path.with_suffix(".md"), ending))
    if is_reserved(path.stem.lower()):
        return place.problem("file.reserved", found=found, better=f"{path.stem.lower()}-1{ending}")
    better = _slug(path, ending)
    if better.casefold() in {other.casefold() for other in there if other != name}:
        return place.problem("file.there", found=found, better=better)
    # Windows adds .txt and hides it: the editor sees the right name, and would not know what to rename.
    windows = path.suffix.lower() == ".txt" and PurePosixPath(path.stem).suffix.lower() in _ENDINGS
    return place.problem("file.txt" if windows else "file.name", found=found, better=better)


def _slug(path: PurePosixPath, ending: str) -> str:
    name = path.stem if path.suffix.lower() in _ENDINGS else path.name
    while PurePosixPath(name).suffix.lower() in _ENDINGS:
        name = PurePosixPath(name).stem
    slug = slugify(name)
    return f"{slug}-1{ending}" if is_reserved(slug) else f"{slug}{ending}"

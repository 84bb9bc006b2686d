"""Pictures: each file is there, can be read and is large enough, and none stands in the folder without its credit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.assets.picture_file import MIN_WIDTH, PictureError, size
from portal.model.site import Site, data_path
from portal.schema.fields import slugify
from portal.schema.picture import PICTURES, Picture
from portal.words.problem import Place, Problem, near, nearest


def check(site: Site) -> Iterator[Problem]:
    """Files that are missing or cannot be used, and files that nothing names."""
    delivered = {path for path in map(PurePosixPath, site.content.assets) if path.is_relative_to(PICTURES)}
    names = {str(path.relative_to(PICTURES)) for path in delivered}
    meant = set()
    for picture in site.all(Picture).values():
        if picture.path not in delivered:
            meant.add(PICTURES / (near(picture.file_, names) or ""))
            guess = nearest(picture.file_, names)
            yield picture.file.problem("picture.missing", "file", found=picture.file_, path=picture.path, guess=guess)
            continue
        try:
            width, _ = size(site.content.root / picture.path)
        except PictureError as error:
            yield picture.file.problem(error.key, "file", path=picture.path, **error.words)
            continue
        if width < MIN_WIDTH:
            yield picture.file.problem("picture.small", "file", path=picture.path, width=width, least=MIN_WIDTH)
    if not any(path.is_relative_to("content/data/pictures") for path in site.content.unread):
        for path in sorted(delivered - {picture.path for picture in site.all(Picture).values()} - meant):
            yield Place(path).problem("picture.unnamed", entry=data_path("pictures", slugify(path.stem)))

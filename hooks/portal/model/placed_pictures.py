"""Pictures in the text of pages: which file each is, and what is known of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.markdown.pictures import is_made
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.picture import Picture


def path_of(page: Page[Any], address: str) -> PurePosixPath | None:
    """The file that an address in the text of a page leads to, from the root of the project; none of another site."""
    if not is_made(address):
        return None
    path = posixpath.join("content", posixpath.dirname(page.source), unquote(urlsplit(address).path))
    return PurePosixPath(posixpath.normpath(path))


def by_path(site: Site) -> Mapping[PurePosixPath, Picture]:
    """The pictures that have an entry, by their file."""
    return {picture.path: picture for picture in site.all(Picture).values()}


def placed(site: Site) -> Iterator[tuple[Page[Any], int, PurePosixPath]]:
    """Every picture in a text that is there: the page, the line of its file, and the file of the picture."""
    for page in site.pages.values():
        for picture in site.findings(page).pictures:
            path = path_of(page, picture.address)
            if path and str(path) in site.content.assets:
                yield page, page.line(picture.line), path

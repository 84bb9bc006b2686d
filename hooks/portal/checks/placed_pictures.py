"""Pictures in the text: ours, there, readable, described, and on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.assets.picture_file import PictureError, size
from portal.checks.links import asset_problem
from portal.markdown import PlacedPicture
from portal.model.page import Page
from portal.model.placed_pictures import by_path, path_of
from portal.model.site import Site
from portal.schema.picture import PICTURES
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Pictures in a text that would be missing, unseen or unheard."""
    for page in site.pages.values():
        for picture in site.findings(page).pictures:
            if problem := _problem(site, page, picture):
                key, words = problem
                found = unquote(picture.address)
                yield page.file.on(page.line(picture.line), key, **{"found": found, "path": found, **words})


def _problem(site: Site, page: Page[Any], picture: PlacedPicture) -> tuple[str, dict[str, object]] | None:
    try:
        parts = urlsplit(picture.address)
    except ValueError:
        return "link.not-file", {"guess": ""}
    if parts.scheme or parts.netloc:
        return "picture.elsewhere", {}
    if parts.path.startswith("/"):
        return "link.absolute", {"guess": ""}
    path = path_of(page, picture.address)
    if path is None or str(path) not in site.content.assets:
        return asset_problem(site, page, unquote(parts.path), picture=True)
    entry = by_path(site).get(path)
    if not picture.alone:
        return "picture.beside", {}
    if not picture.alt and entry is None and not path.is_relative_to(PICTURES):
        return "markdown.picture", {}
    if not path.is_relative_to(PICTURES):  # the others are looked at with their entry
        try:
            size(site.content.root / path)
        except PictureError as error:
            return error.key, error.words
    return None

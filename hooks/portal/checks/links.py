"""Links within the site: every page, heading and file that a text links to exists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.picture import PICTURES
from portal.words.problem import Problem, guess, near
from portal.words.wording import Phrase, phrase

ASSETS = "content/assets/"


def check(site: Site) -> Iterator[Problem]:
    """Links that lead nowhere."""
    for page in site.pages.values():
        found = site.findings(page)
        addresses = [(one.line, one.address) for one in found.links] + [(p.line, p.address) for p in found.pictures]
        for line, address in addresses:
            if problem := _problem(site, page, address):
                key, words = problem
                yield page.file.on(page.line(line), key, found=unquote(address), **words)


def _problem(site: Site, page: Page[Any], link: str) -> tuple[str, dict[str, object]] | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return "link.not-file", {}
    if "%" in parts.netloc:  # http://[
        return "link.not-file", {}
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        return "link.absolute", {}
    if path and not path.endswith(".md"):
        return _asset_problem(site, page, path)
    target: Page[Any] | None = page
    if path:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))
        key = source.partition("/")[2].removesuffix(".md")
        target = site.linked(page, path)
        if target is None:
            if any(str(unread).endswith(source) for unread in site.content.unread):
                return None
            if key in site.unread_keys:
                return None
            if source.startswith(f"{page.locale}/") and site.nearest(page.locale, key):
                return None  # the version that is missing is a problem of its own
            meant = near(key, [key for locale, key in site.pages if locale == page.locale])
            return "link.broken", {"guess": _guess(page, f"{page.locale}/{meant}.md") if meant else ""}
    if parts.fragment and target and target.written:
        anchors = site.findings(target).anchors
        if unquote(parts.fragment) not in anchors:
            return "link.anchor", {
                "guess": guess(f"{parts.path}#{parts.fragment}", [f"{parts.path}#{a}" for a in anchors])
            }
    return None


def _asset_problem(site: Site, page: Page[Any], path: str) -> tuple[str, dict[str, object]] | None:
    asset = posixpath.normpath(posixpath.join("content", posixpath.dirname(page.source), path))
    if asset.startswith(f"{PICTURES}/"):
        return "link.picture", {}
    if asset in site.content.assets and asset.startswith(ASSETS):
        return None
    if posixpath.splitext(path)[1] in ("", ".html", ".htm", ".yml", ".yaml"):
        return "link.not-file", {}
    there = {posixpath.basename(name): name for name in site.content.assets if not name.startswith(f"{PICTURES}/")}
    if meant := near(posixpath.basename(path), there):
        return "link.asset", {"guess": _guess(page, there[meant].removeprefix("content/"))}
    put = asset if asset.startswith(ASSETS) else f"{ASSETS}{posixpath.basename(path)}"
    return "link.no-asset", {"path": put, "link": _from(page, put.removeprefix("content/"))}


def _guess(page: Page[Any], target: str) -> Phrase:
    return phrase("guess", near=_from(page, target))


def _from(page: Page[Any], target: str) -> str:
    """The link to a file of the content as it is written on a page, so that it can be pasted."""
    return posixpath.relpath(target, posixpath.dirname(page.source))

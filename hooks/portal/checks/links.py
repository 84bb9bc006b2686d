"""Links within the site: every page, heading and file that a text links to exists."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from portal.checks.elsewhere import is_local, mended
from portal.checks.gone import files_of, gone
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.picture import PICTURES
from portal.words.problem import Problem, guess, near
from portal.words.wording import Phrase, phrase

ASSETS = "content/assets/"

_DOMAINS = ("com", "org", "net", "info", "gov", "edu", "int", "amsterdam", "frl", "app", "dev", "online", "site")
_FILES = ("ai", "gz", "js", "md", "pl", "ps", "py", "rs", "sh", "ts")
"""Endings of two letters that are of a file rather than a country."""


def check(site: Site) -> Iterator[Problem]:
    """Links that lead nowhere."""
    absent = site.once(gone)
    for page in site.pages.values():
        for link in site.findings(page).links:
            if problem := _problem(site, page, link.address, absent):
                key, words = problem
                yield page.file.on(page.line(link.line), key, found=unquote(link.address), **words)


def _problem(
    site: Site, page: Page[Any], link: str, absent: Collection[PurePosixPath]
) -> tuple[str, dict[str, object]] | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return "link.not-file", {"guess": ""}
    if link in ("", "#"):
        return "link.empty", {}
    if is_local(link):
        return "link.local", {}
    if mended(link):
        return None  # an address elsewhere, and told as one
    if "%" in parts.netloc:  # http://[
        return "link.not-file", {"guess": ""}
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        return "link.absolute", {"guess": _file_at(site, page, path)}
    if path and not path.endswith(".md"):
        if posixpath.normpath(posixpath.join("content", posixpath.dirname(page.source), path)).startswith(
            f"{PICTURES}/"
        ):
            return "link.picture", {}
        if better := _meant(path):
            return "link.no-scheme", {"better": better + link.removeprefix(parts.path)}
        return asset_problem(site, page, path)
    target: Page[Any] | None = page
    if path:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))
        key = source.partition("/")[2].removesuffix(".md")
        target = site.linked(page, path)
        if target is None:
            # What has problems of its own makes no page yet; what is gone is told once, with all who name it.
            if key in site.unread_keys or not files_of(page.locale, key).isdisjoint({*site.content.unread, *absent}):
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


def _meant(path: str) -> str:
    """The address elsewhere that was meant by one without its scheme: `www.x.nl`, `x.nl/page`, `name@x.nl`."""
    if re.fullmatch(r"[^@/\s]+@[\w-]+(?:\.[\w-]+)+", path):
        return f"mailto:{path}"
    host = re.match(r"(?i)(?:[\w-]+\.)+([a-z]{2,})(?=[/:]|$)", path)
    if host and (path.lower().startswith("www.") or host[1].lower() in _DOMAINS or _is_country(host[1].lower())):
        return f"https://{path}"
    return ""


def _is_country(ending: str) -> bool:
    return len(ending) == 2 and ending not in _FILES


def asset_problem(
    site: Site, page: Page[Any], path: str, *, picture: bool = False
) -> tuple[str, dict[str, object]] | None:
    """Why a path from a page leads to no file of content/assets/, as a key of wording.yml and its words; or nothing."""
    asset = posixpath.normpath(posixpath.join("content", posixpath.dirname(page.source), path))
    composed = unicodedata.normalize("NFC", asset)
    if asset.startswith(ASSETS) and composed in {unicodedata.normalize("NFC", name) for name in site.content.assets}:
        return None  # a name that a Mac wrote is told where it stands
    if posixpath.splitext(path)[1] in ("", ".html", ".htm", ".yml", ".yaml"):
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))
        key = posixpath.splitext(source)[0].partition("/")[2]
        known = source.startswith(f"{page.locale}/") and site.page(page.locale, key)
        return "link.not-file", {"guess": _guess(page, f"{page.locale}/{key}.md") if known else ""}
    wanted = (name for name in site.content.assets if picture or not name.startswith(f"{PICTURES}/"))
    there = {posixpath.basename(name): name for name in wanted}
    if meant := near(posixpath.basename(path), there):
        return "link.asset", {"guess": _guess(page, there[meant].removeprefix("content/"))}
    put = asset if asset.startswith(ASSETS) else f"{ASSETS}{posixpath.basename(path)}"
    return "link.no-asset", {"path": put, "link": _from(page, put.removeprefix("content/"))}


def _file_at(site: Site, page: Page[Any], address: str) -> Phrase | str:
    """The file of the page that stands at an address of this site, as a link to it is written."""
    whole = address.rstrip("/") + "/"
    found = next((other for other in site.pages.values() if other.address == whole), None)
    return _guess(page, f"{found.locale}/{found.key}.md") if found and found.locale == page.locale else ""


def _guess(page: Page[Any], target: str) -> Phrase:
    return phrase("guess", near=_from(page, target))


def _from(page: Page[Any], target: str) -> str:
    """The link to a file of the content as it is written on a page, so that it can be pasted."""
    return posixpath.relpath(target, posixpath.dirname(page.source))

"""A release looked at before it goes online: its bytes, its links, its weight."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import brotli

from portal.publish.manifest import Manifest
from portal.words.wording import say

BUDGETS = {".html": 40_000, ".css": 20_000, ".js": 20_000, ".woff2": 40_000, ".avif": 300_000, ".webp": 500_000}
"""The bytes that a visitor may have to fetch for one file of a kind, compressed."""


def verify(folder: Path, url: str) -> list[str]:
    """What is wrong with a release that will stand at a URL; nothing, when it may go online."""
    return [*_changed(folder), *_links(folder, url), *_heavy(folder)]


def _changed(folder: Path) -> Iterator[str]:
    written, found = Manifest.read(folder), Manifest.of(folder)
    known = written.files if written else {}
    for name in sorted(known.keys() | found.files.keys()):
        if known.get(name) != found.files.get(name):
            yield say("verify.changed", file=name)
    for name in ("index.html", "404.html", "robots.txt", "sitemap.xml"):
        if name not in found.files:
            yield say("verify.missing", file=name)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src"):
                self.links.append(value)
            elif value and name == "srcset":
                self.links += [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]


def _links(folder: Path, url: str) -> Iterator[str]:
    """Links of the site to itself that lead to no file. A page for what is not there stands at any address."""
    base = urlsplit(url)
    for page in sorted(folder.rglob("*.html")):
        name = page.relative_to(folder).as_posix()
        here = urljoin(url, name.removesuffix("index.html"))
        parser = _Links()
        parser.feed(page.read_text(encoding="utf-8"))
        for link in dict.fromkeys(parser.links):
            parts = urlsplit(urljoin(here, link))
            if (parts.scheme, parts.netloc) != (base.scheme, base.netloc) or not parts.path.startswith(base.path):
                continue
            path = PurePosixPath(unquote(parts.path.removeprefix(base.path)))
            file = folder / path / "index.html" if parts.path.endswith("/") else folder / path
            if not file.is_file():
                yield say("verify.link", file=name, link=link)


def _heavy(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        limit = BUDGETS.get(path.suffix)
        if limit is None or path.stat().st_size <= limit:
            continue
        packed = path.with_name(f"{path.name}.br")
        size = packed.stat().st_size if packed.is_file() else len(brotli.compress(path.read_bytes(), quality=9))
        if size > limit:
            yield say("verify.heavy", file=path.relative_to(folder).as_posix(), size=size, limit=limit)

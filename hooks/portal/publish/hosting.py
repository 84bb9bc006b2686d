"""Configurations of hosts, from what is said once: headers, types, redirects, the page for what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import jinja2

from portal.model.site import Site
from portal.publish import headers
from portal.schema.search import SearchPage
from portal.words.wording import say

SERVERS: Mapping[str, str] = {"nginx": "nginx.conf", "apache": "apache.conf", "caddy": "Caddyfile"}
"""Servers of one's own, each with its template."""
SERVICES: Mapping[str, tuple[str, ...]] = {
    "netlify": ("_headers", "_redirects"),
    "cloudflare": ("_headers", "_redirects"),
}
"""Services that read their rules from the folder that is published."""

_TEMPLATES = Path(__file__).parent / "hosting"
_PLAIN = re.compile(r"[\w./-]+")


class HostingError(Exception):
    """A configuration cannot be written for this."""


@dataclass(frozen=True)
class Hosting:
    """Where a site stands, and what a host must know of it."""

    url: str
    """Where visitors find it, with a slash at the end."""
    folder: Path
    """Where the server finds its files."""
    not_found: tuple[tuple[str, str], ...]
    """The page for what is not there, by the start of the address; the longest start first, `/` last."""
    redirects: tuple[tuple[str, str], ...]
    search: tuple[str, ...] = ()
    """The addresses that look through an index of search."""
    certificate: Path = Path("/etc/ssl/certs/portal.pem")
    key: Path = Path("/etc/ssl/private/portal.key")
    ports: tuple[int, int] = (80, 443)
    """For HTTP, which only leads on, and for HTTPS."""

    def __post_init__(self) -> None:
        for path in (self.folder, self.certificate, self.key):
            if not _PLAIN.fullmatch(str(path)):
                raise HostingError(say("hosting.path", found=str(path)))

    @property
    def host(self) -> str:
        """The name of the host."""
        return urlsplit(self.url).hostname or ""

    @property
    def base(self) -> str:
        """The path below which the site stands; empty at the root of a host."""
        return urlsplit(self.url).path.rstrip("/")

    @cached_property
    def https(self) -> str:
        """Where HTTP leads on to."""
        return f"https://{self.host}" + (f":{self.ports[1]}" if self.ports[1] != 443 else "")


def hosting(site: Site, url: str, folder: Path, **where: object) -> Hosting:
    """What a host must know of a site: the languages' own pages and the redirects are found in it."""
    missing = [page.address for page in site.pages.values() if page.kind == "not-found"]
    starts = sorted(
        ((address.removesuffix("404.html"), address) for address in missing), key=lambda pair: -len(pair[0])
    )
    redirects = tuple((redirect.from_, redirect.to) for redirect in site.redirects)
    asking = (page for page in site.pages.values() if isinstance(page.about, SearchPage) and page.part == 1)
    search = tuple(page.address for page in asking)
    return Hosting(url, folder, tuple(starts), redirects, search, **where)  # type: ignore[arg-type]


def page_for_missing(folder: Path, asked: str) -> Path | None:
    """The page for what is not there, in the language of an address: the 404.html nearest above it."""
    parts = [part for part in asked.partition("?")[0].split("/")[:-1] if part not in ("", ".", "..")]
    above = [folder.joinpath(*parts[:depth]) / "404.html" for depth in range(len(parts), -1, -1)]
    return next((page for page in above if page.is_file()), None)


def server(name: str, host: Hosting) -> str:
    """The configuration of a server of one's own."""
    return _render(SERVERS[name], host)


def service(name: str, host: Hosting, files: Iterable[str]) -> dict[str, str]:
    """The files with rules that a service reads from the folder it publishes, whose other files are given."""
    return {file: _render(f"{name}{file}", host, kept=_patterns(files)) for file in SERVICES[name]}


def _render(template: str, host: Hosting, **more: object) -> str:
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    environment = jinja2.Environment(  # noqa: S701 - no HTML: every value is one of ours, or was checked
        loader=loader,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    types: dict[str, list[str]] = {}
    for suffix, type_ in headers.TYPES.items():
        types.setdefault(type_, []).append(suffix.removeprefix("."))
    return environment.get_template(template).render(host=host, headers=headers, types=types, **more)


def _patterns(files: Iterable[str]) -> list[str]:
    """Rules for files with a hash, without regular expressions: a folder where all have one, else all but the hash."""
    folders: dict[PurePosixPath, list[str]] = {}
    for file in files:
        folders.setdefault(PurePosixPath(file).parent, []).append(file)
    patterns: set[str] = set()
    for folder, names in folders.items():
        hashed = [name for name in names if re.search(headers.HASHED, name)]
        if len(hashed) == len(names) and folder.name:
            patterns.add(f"/{folder}/*")
        else:
            patterns |= {f"/{_but_the_hash(name)}*" for name in hashed}
    # A folder within a folder that is named already needs no rule of its own.
    return sorted(one for one in patterns if not any(one != other and one.startswith(other[:-1]) for other in patterns))


def _but_the_hash(name: str) -> str:
    """A name up to the sign before its hash."""
    found = re.search(headers.HASHED, name)
    return name[: found.start() + 1] if found else name

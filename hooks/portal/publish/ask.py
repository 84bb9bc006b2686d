"""The site asked as a visitor asks it, after publishing: is it the new one, and does the host say what it must?"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from portal.publish import headers
from portal.words.wording import say

_PATIENCE = 20
_MOST = 5 * 1024 * 1024
"""Bytes of an answer that are read."""


@dataclass(frozen=True)
class Answer:
    """What a host said."""

    status: int
    said: Mapping[str, str]
    """Headers, their names in lower case."""
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer too."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, context: ssl.SSLContext | None = None) -> Answer:
    """Ask for an address, uncompressed; OSError when nothing answers."""
    opener = urllib.request.build_opener(_Stay, urllib.request.HTTPSHandler(context=context))
    request = urllib.request.Request(url, headers={"User-Agent": "portal publish"})  # noqa: S310 - http or https, checked
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return Answer(answer.status, _lower(answer.headers), answer.read(_MOST))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, _lower(error.headers), error.read(_MOST))
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error


def _lower(said: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in said.items()}


def misfits(url: str, release: Path, context: ssl.SSLContext | None = None) -> list[str]:
    """What does not fit in the answers of a host for a release that was just put online there."""
    try:
        return list(_misfits(url, release, context))
    except OSError as error:
        return [say("ask.silent", url=url, reason=str(getattr(error, "reason", None) or error))]


def _misfits(url: str, release: Path, context: ssl.SSLContext | None) -> Iterator[str]:
    for file in _asked_for(release):
        address = urljoin(url, file.removesuffix("index.html"))
        answer = ask(address, context)
        if answer.status != 200:
            yield say("ask.status", url=address, found=answer.status, wanted=200)
            continue
        if answer.body != (release / file).read_bytes():
            yield say("ask.other", url=address)
        yield from _unsaid(address, answer, headers.of(file, searching=headers.searches(answer.body)))
    for missing in sorted(release.glob("**/404.html")):
        name = missing.relative_to(release).as_posix()
        address = urljoin(url, name.removesuffix("404.html") + "no-such-page-9a7f/")
        answer = ask(address, context)
        if answer.status != 404:
            yield say("ask.status", url=address, found=answer.status, wanted=404)
        elif answer.body != missing.read_bytes():
            yield say("ask.language", url=address, page=f"/{name}")
        else:
            yield from _unsaid(address, answer, headers.of(name, found=False))
    if urlsplit(url).scheme == "https" and urlsplit(url).port is None:
        answer = ask(url.replace("https:", "http:", 1), context)
        if answer.status not in (301, 308) or answer.said.get("location") != url:
            yield say("ask.plain", url=url)


def _asked_for(release: Path) -> list[str]:
    """The front page of each language, its search page, the page that is deepest in the folder, a file with a hash."""
    pages = sorted(path.relative_to(release).as_posix() for path in release.rglob("index.html"))
    front = [name.replace("404.html", "index.html") for name in
             (path.relative_to(release).as_posix() for path in sorted(release.glob("**/404.html")))]  # fmt: skip
    deepest = max(pages, key=lambda name: (name.count("/"), name), default="index.html")
    hashed = sorted(path.relative_to(release).as_posix() for path in (release / "assets").glob("site.*.css"))
    search = [name for name in pages if headers.searches((release / name).read_bytes())]
    return list(dict.fromkeys([*front, *search, deepest, *hashed[:1]]))


def _unsaid(address: str, answer: Answer, wanted: Mapping[str, str]) -> Iterator[str]:
    for name, value in wanted.items():
        found = answer.said.get(name.lower(), "")
        if _plain(found) != _plain(value):
            yield say("ask.header", url=address, header=name, found=found or say("ask.nothing"), wanted=value)
    if "server" in answer.said and any(character.isdigit() for character in answer.said["server"]):
        yield say("ask.server", found=answer.said["server"])


def _plain(value: str) -> str:
    return "".join(value.lower().split())

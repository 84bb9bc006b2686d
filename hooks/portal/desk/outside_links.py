"""`portal links`: what has become of the addresses elsewhere. Each is asked once, politely, and what was seen is kept.

It is never part of a check or a build: whether another's server is awake says nothing about our content. What it saw
stands in `.cache/links.json` with its date; an address that was well in the last days is not asked again.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Literal, Self
from urllib.parse import urljoin, urlsplit

import httpx

from portal.checks.targets import Target, targets
from portal.model.site import Site
from portal.words.problem import Problem

KEPT = PurePosixPath(".cache/links.json")
FRESH = timedelta(days=7)
"""How long an address that was well is not asked again."""
AT_ONCE = 4
"""How many hosts are asked at the same time; one host is asked one thing after another."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
PATIENCE = 15.0
"""Seconds until a host that says nothing is left alone."""
HOPS = 6
"""How often an address may lead on."""
READ = 64 * 1024
"""Bytes of a page that are read, when its head alone is refused."""
REFUSES_PROGRAMS = frozenset({401, 403, 405, 406, 429, 503, 999})
"""Answers to a program that a person may well not get: nothing is known then."""
GONE = frozenset({404, 410})
FOR_GOOD = frozenset({301, 308})

Fate = Literal["well", "gone", "moved", "home", "silent", "unknown"]
"""There; gone; moved for good; led to a home page; not answering; not to be known by a program."""
Reachable = Callable[[str], bool]
"""Whether the machine at an address of the internet may be asked."""


@dataclass(frozen=True)
class Seen:
    """What was seen at an address on a day."""

    fate: Fate
    on: str
    what: str = ""
    """The answer, or where it leads now."""


def is_public(address: str) -> bool:
    """Whether an address of the internet is everyone's: a link must not make us ask around in our own network."""
    return ipaddress.ip_address(address.partition("%")[0]).is_global


class Asking:
    """Asks addresses, with what is kept between questions to the same host."""

    def __init__(self, day: date, may_ask: Reachable = is_public, pause: float = PAUSE) -> None:
        self.day = day
        self.may_ask = may_ask
        self.pause = pause
        self.client = httpx.Client(
            timeout=PATIENCE,
            follow_redirects=False,
            headers={"User-Agent": "portal links (looks whether a page is still there)", "Accept": "*/*"},
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def all(self, urls: Sequence[str]) -> dict[str, Seen]:
        """What is at each address, hosts beside each other and the addresses of one host after each other."""
        hosts: dict[str, list[str]] = defaultdict(list)
        for url in urls:
            hosts[urlsplit(url).hostname or ""].append(url)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = {url: seen for group in pool.map(self._of_host, hosts.values()) for url, seen in group.items()}
        return {url: found[url] for url in urls}

    def _of_host(self, urls: list[str]) -> dict[str, Seen]:
        found = {}
        for number, url in enumerate(urls):
            if number:
                time.sleep(self.pause)
            found[url] = self.one(url)
        return found

    def one(self, url: str) -> Seen:
        """What is at an address, wherever it leads."""
        here, moved = url, False
        for _ in range(HOPS):
            try:
                status, leads = self._ask(here)
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                return self._seen("silent", str(error) or type(error).__name__)
            if not leads:
                return self._judged(url, here, status, moved)
            moved = moved or status in FOR_GOOD
            here = urljoin(here, leads)
        return self._seen("silent", f"leads on more than {HOPS} times")

    def _judged(self, url: str, here: str, status: int, moved: bool) -> Seen:
        if status in GONE:
            return self._seen("gone", str(status))
        if status in REFUSES_PROGRAMS:
            return self._seen("unknown", str(status))
        if status >= 400:
            return self._seen("silent", str(status))
        if here != url and urlsplit(here).path.strip("/") == "" and urlsplit(url).path.strip("/"):
            return self._seen("home", here)
        return self._seen("moved", here) if moved and _differs(url, here) else self._seen("well")

    def _seen(self, fate: Fate, what: str = "") -> Seen:
        return Seen(fate, self.day.isoformat(), what)

    def _ask(self, url: str) -> tuple[int, str]:
        """The status, and where it leads on; the head alone first, and a page only where that is refused."""
        self._look_at_host(url)
        answer = self.client.head(url)
        if answer.status_code >= 400:
            with self.client.stream("GET", url) as answer:
                for read, _ in enumerate(answer.iter_raw(READ)):
                    if read:
                        break
        return answer.status_code, answer.headers.get("location", "") if answer.is_redirect else ""

    def _look_at_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not a web address: {url}")
        found = {str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, parts.port or 443)}
        if private := [address for address in sorted(found) if not self.may_ask(address)]:
            raise ValueError(f"within a network of its own ({private[0]})")


def _differs(url: str, here: str) -> bool:
    """Whether another address stands there now; a slash more or less is the same one."""
    return url.rstrip("/") != here.rstrip("/")


def look(site: Site, root: Path, asking: Asking, *, again: bool = False) -> tuple[list[Problem], int]:
    """What is to be said of the addresses elsewhere, by file and line; and how many were asked."""
    kept = read(root)
    found: dict[str, list[Target]] = defaultdict(list)
    for target in targets(site):
        if target.address.lower().startswith(("http://", "https://")):
            found[target.address.partition("#")[0]].append(target)
    fresh = {url for url, seen in kept.items() if _is_fresh(seen, asking.day)} if not again else set()
    asked = asking.all([url for url in found if url not in fresh])
    now = {url: asked.get(url) or kept[url] for url in sorted(found)}
    write(root, now)
    return sorted(set(_problems(found, now))), len(asked)


def _problems(found: Mapping[str, Sequence[Target]], now: Mapping[str, Seen]) -> Iterator[Problem]:
    for url, places in found.items():
        seen = now[url]
        if seen.fate not in ("well", "unknown"):
            for target in places:
                yield target.problem(f"outside.{seen.fate}", what=seen.what, day=date.fromisoformat(seen.on))


def _is_fresh(seen: Seen, day: date) -> bool:
    return seen.fate == "well" and timedelta(0) <= day - date.fromisoformat(seen.on) < FRESH


def read(root: Path) -> dict[str, Seen]:
    """What was seen before; what is damaged was not."""
    with suppress(OSError, ValueError, TypeError):
        return {url: Seen(**seen) for url, seen in json.loads((root / KEPT).read_text(encoding="utf-8")).items()}
    return {}


def write(root: Path, seen: Mapping[str, Seen]) -> None:
    """Keep what was seen."""
    path = root / KEPT
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({url: asdict(one) for url, one in seen.items()}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")

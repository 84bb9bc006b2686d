"""`portal links`, against a server of these tests: what is gone, moved or led home is named; nothing else is asked."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from portal.checks import read_site
from portal.desk.outside_links import KEPT, READ, Asking, Seen, is_public, look, read, write
from tests.conftest import SOURCE, Project

DAY = date(2026, 11, 21)
ANSWERS: dict[str, tuple[int, str]] = {
    "/": (200, ""),
    "/well": (200, ""),
    "/gone": (404, ""),
    "/for-ever-gone": (410, ""),
    "/moved": (301, "/well"),
    "/moved-to-a-slash": (301, "/moved-to-a-slash/"),
    "/moved-to-a-slash/": (200, ""),
    "/elsewhere-today": (302, "/well"),
    "/home": (302, "/"),
    "/members": (403, ""),
    "/broken": (500, ""),
    "/round": (302, "/round"),
    "/inside": (302, "http://10.0.0.1/secret"),
    "/file": (302, "file:///etc/passwd"),
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: Counter[str]

    def _answer(self, body: bytes = b"") -> None:
        type(self).asked[f"{self.command} {self.path}"] += 1
        if self.path == "/no-head" and self.command == "HEAD":
            status, leads = 405, ""
        elif self.path == "/no-head":
            status, leads, body = 200, "", b"x" * (READ * 40)
        else:
            status, leads = ANSWERS[self.path]
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True  # who asked has read enough

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Nothing: what was asked is counted."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked has read enough and left; that is what is tested."""


@pytest.fixture
def asked() -> Counter[str]:
    """How often each address was asked."""
    _Handler.asked = Counter()
    return _Handler.asked


@pytest.fixture
def host(asked: Counter[str]) -> Iterator[str]:
    """The address of a server that answers as ANSWERS says."""
    server = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def _asking(day: date = DAY) -> Asking:
    return Asking(day, may_ask=lambda address: address == "127.0.0.1", pause=0)


def _seen(host: str, path: str) -> tuple[str, str]:
    with _asking() as asking:
        seen = asking.one(host + path)
    return seen.fate, seen.what.removeprefix(host)


@pytest.mark.parametrize(
    "path, fate, what",
    [
        ("/well", "well", ""),
        ("/gone", "gone", "404"),
        ("/for-ever-gone", "gone", "410"),
        ("/moved", "moved", "/well"),
        ("/moved-to-a-slash", "well", ""),
        ("/elsewhere-today", "well", ""),
        ("/home", "home", "/"),
        ("/members", "unknown", "403"),
        ("/broken", "silent", "500"),
        ("/no-head", "well", ""),
    ],
)
def test_what_becomes_of_an_address(path: str, fate: str, what: str, host: str) -> None:
    assert _seen(host, path) == (fate, what)


@pytest.mark.parametrize("path", ["/round", "/inside", "/file"])
def test_an_address_that_leads_round_inside_or_to_a_file_is_not_followed(path: str, host: str) -> None:
    assert _seen(host, path)[0] == "silent"


def test_the_head_is_asked_first_and_the_page_only_where_it_is_refused(host: str, asked: Counter[str]) -> None:
    with _asking() as asking:
        asking.all([f"{host}/well", f"{host}/no-head"])
    assert asked == {"HEAD /well": 1, "HEAD /no-head": 1, "GET /no-head": 1}


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "fe80::1%eth0"])
def test_no_network_of_its_own_is_asked(address: str) -> None:
    assert not is_public(address)
    assert is_public("93.184.216.34")


def test_by_itself_it_asks_nobody_on_this_machine(host: str, asked: Counter[str]) -> None:
    with Asking(DAY, pause=0) as asking:
        assert asking.one(f"{host}/well").fate == "silent"
    assert asked == {}


def _project(project: Project) -> Path:
    """A project with two addresses elsewhere."""
    return project(
        {
            "content/data/sources/a-source.yml": SOURCE.replace(
                "https://www.example.nl/a", "https://gone.example.nl/x"
            ),
            "content/data/sources/another.yml": SOURCE.replace("https://www.example.nl/a", "https://well.example.nl/x"),
        }
    )


class _Answers(Asking):
    """Asks nobody: says what it was told, and counts."""

    def __init__(self, day: date, told: dict[str, Seen]) -> None:
        super().__init__(day, pause=0)
        self.client.close()
        self.told = told
        self.asked: list[str] = []

    def one(self, url: str) -> Seen:
        self.asked.append(url)
        return self.told[url]


def test_what_is_wrong_is_named_by_file_and_line_and_what_was_seen_is_kept(project: Project) -> None:
    root = _project(project)
    site = read_site(root)
    told = {
        "https://gone.example.nl/x": Seen("gone", DAY.isoformat(), "404"),
        "https://well.example.nl/x": Seen("well", DAY.isoformat()),
    }
    first = _Answers(DAY, told)
    problems, count = look(site, root, first)
    assert count == 2
    assert [str(problem) for problem in problems] == [
        "content/data/sources/a-source.yml:4: 'https://gone.example.nl/x' is gone (404, seen on 21 November 2026). "
        "Link to where it can be read now, or look for another source."
    ]
    assert read(root) == told

    then = _Answers(DAY + timedelta(days=3), told)
    assert len(look(site, root, then)[0]) == 1
    assert then.asked == ["https://gone.example.nl/x"]

    later = _Answers(DAY + timedelta(days=8), told)
    look(site, root, later)
    assert sorted(later.asked) == sorted(told)


def test_what_was_kept_and_is_damaged_is_asked_again(tmp_path: Path) -> None:
    write(tmp_path, {"https://a.example/": Seen("well", "2026-11-21")})
    assert read(tmp_path)
    (tmp_path / KEPT).write_text("{", encoding="utf-8")
    assert read(tmp_path) == {}

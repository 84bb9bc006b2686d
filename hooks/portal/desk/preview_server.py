"""The server of the preview: says what a host says, answers to its own names alone, tells a page that it changed."""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any, Protocol
from urllib.parse import quote, unquote, urlsplit

from portal.publish import headers
from portal.words.wording import say

SCRIPT = "/-preview/script.js"
"""What a page of the preview has besides: an address that no page of a site can have."""
_SINCE = re.compile(r"/-preview/since/(\d{1,20})")
_PATIENCE = 25.0
"""Seconds that a browser is left waiting for a change."""


class PortInUseError(Exception):
    """Something else listens on the port."""


class Served(Protocol):
    """A site to be shown."""

    moment: int

    def since(self, moment: int, patience: float) -> dict[str, object]: ...
    def file(self, asked: str) -> bytes | None: ...
    def missing(self, asked: str) -> bytes | None: ...
    def searching(self, asked: str) -> bool: ...
    def notice(self) -> bytes: ...
    def waiting(self) -> bytes: ...


class PreviewServer(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two listen
    served: Served

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise PortInUseError from error
        names = (host, "127.0.0.1", "localhost", "[::1]", socket.gethostname().lower())
        self.names = {f"{name}:{port}" for name in names}
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"

    def serve(self, served: Served) -> None:
        """Begin to answer, in the background."""
        self.served = served
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has left is no mistake."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the base class's name
        # A page elsewhere may give its own name this address, and read drafts through the browser of an editor.
        if self.headers.get("Host", "").lower() not in self.server.names:
            told = say("preview.host", names=", ".join(sorted(self.server.names)))
            self._answer(421, ".txt", told.encode())
            return
        path = unquote(urlsplit(self.path).path)
        if path == SCRIPT:
            self._answer(200, ".js", Path(__file__).with_name("preview.js").read_bytes())
        elif since := _SINCE.fullmatch(path):
            self._answer(200, ".json", json.dumps(self.server.served.since(int(since[1]), _PATIENCE)).encode())
        else:
            self._page(path)

    do_HEAD = do_GET  # noqa: N815

    def _page(self, path: str) -> None:
        served, moment = self.server.served, self.server.served.moment
        content = served.file(path)
        if content is None and not path.endswith("/") and served.file(f"{path}/") is not None:
            self._answer(302, ".txt", b"", location=f"{quote(path)}/")
            return
        suffix = PurePosixPath(path).suffix if not path.endswith("/") else ".html"
        status = 200
        if content is None:
            content, suffix = served.missing(path), ".html"
            status = 404 if content else 503
        if suffix == ".html":
            content = _following(content or served.waiting(), served.notice() if content else b"", moment)
        self._answer(status, suffix, content or b"", searching=served.searching(path))

    def _answer(self, status: int, suffix: str, content: bytes, *, searching: bool = False, location: str = "") -> None:
        self.send_response(status)
        said = {"Content-Type": headers.TYPES.get(suffix, "application/octet-stream")}
        said |= {"Location": location} if location else {}
        for name, value in {**said, **headers.in_preview(searching=searching)}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Nothing: the terminal is for problems."""


def _following(page: bytes, notice: bytes, moment: int) -> bytes:
    """A page that notices a change, with what is wrong on top."""
    script = b'<script src="%b" data-moment="%d" defer></script></body>' % (SCRIPT.encode(), moment)
    page = page.replace(b'<main id="main"', notice + b'<main id="main"', 1)
    before, _, after = page.rpartition(b"</body>")
    return before + script + after

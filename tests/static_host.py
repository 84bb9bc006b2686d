"""A static host, as the site will stand on: it compresses, lets browsers keep what has a hash in its name, and serves
the 404 page of the language that was asked for. Each answer carries the strictest policy there is.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path

import brotli

from portal.publish import headers
from portal.publish.hosting import page_for_missing

_ENCODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": functools.partial(brotli.compress, quality=5),
    "gzip": gzip.compress,
}
"""The best first; brotli as hosts do it on the fly, not as small as it can be."""


@functools.cache
def _packed(file: Path, changed: int, encoding: str) -> bytes:
    """The bytes that go out. `changed` is when the file was written, so that a new release is seen."""
    content = file.read_bytes()
    return _ENCODINGS[encoding](content) if encoding else content


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open, as hosts do

    silence: threading.Event | None = None
    reports: list[str] | None = None

    def do_POST(self) -> None:
        """A browser says what it did not do, because the policy forbids it."""
        said = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        assert self.reports is not None
        self.reports.append(said)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def do_GET(self) -> None:
        while self.silence and self.silence.is_set():
            time.sleep(0.05)
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                super().do_GET()  # leads on to the address with a slash
                return
            file /= "index.html"
        if file.is_file():
            self._answer(HTTPStatus.OK, file)
            return
        missing = page_for_missing(Path(self.directory), self.path)
        if missing:
            self._answer(HTTPStatus.NOT_FOUND, missing)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, status: HTTPStatus, file: Path) -> None:
        accepted = [word.partition(";")[0].strip() for word in self.headers.get("Accept-Encoding", "").split(",")]
        encodings = [name for name in _ENCODINGS if name in accepted and file.suffix in headers.PACKED]
        encoding = encodings[0] if encodings else ""
        body = _packed(file, file.stat().st_mtime_ns, encoding)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        path = file.relative_to(self.directory).as_posix()
        searching = headers.searches(file.read_bytes()) if file.suffix == ".html" else False
        for name, value in headers.of(path, found=status == HTTPStatus.OK, searching=searching).items():
            asks = self.reports is not None and name == "Content-Security-Policy"
            self.send_header(name, f"{value}; report-uri /reports" if asks else value)
        self.end_headers()
        with suppress(ConnectionError):  # the visitor has left
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@contextmanager
def serving(folder: Path, silence: threading.Event | None = None, reports: list[str] | None = None) -> Iterator[str]:
    """Serve a folder, which need not be there yet; give its address.

    While `silence` is set no question is answered. What browsers report of the policy goes into `reports`.
    """
    kind = type("Handler", (_Handler,), {"silence": silence, "reports": reports})
    handler = functools.partial(kind, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

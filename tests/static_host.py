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

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""That of docs/hosting.md: the site promises that it needs nothing inline and nothing from elsewhere."""

_PACKED = (".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".webmanifest", ".ics")
"""The others are compressed by themselves."""
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
    extensions_map = {  # noqa: RUF012 - the base class' own way; Python 3.11 does not know all of these
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".woff2": "font/woff2",
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".webmanifest": "application/manifest+json",
    }

    silence: threading.Event | None = None

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
        locale = "en/" if self.path.startswith("/en/") else ""
        missing = Path(self.directory, f"{locale}404.html")
        if missing.is_file():
            self._answer(HTTPStatus.NOT_FOUND, missing)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, status: HTTPStatus, file: Path) -> None:
        accepted = [word.partition(";")[0].strip() for word in self.headers.get("Accept-Encoding", "").split(",")]
        encodings = [name for name in _ENCODINGS if name in accepted and file.suffix in _PACKED]
        encoding = encodings[0] if encodings else ""
        body = _packed(file, file.stat().st_mtime_ns, encoding)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        hashed = file.is_relative_to(Path(self.directory, "assets"))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-cache")
        self.end_headers()
        with suppress(ConnectionError):  # the visitor has left
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@contextmanager
def serving(folder: Path, silence: threading.Event | None = None) -> Iterator[str]:
    """Serve a folder, which need not be there yet; give its address. While `silence` is set no question is answered."""
    handler = functools.partial(type("Handler", (_Handler,), {"silence": silence}), directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

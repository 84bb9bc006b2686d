"""What a host says with every file, said once: configurations, the preview, buckets and tests are made of this."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere. `connect-src` is for the worker of the guide, the filters of an index and the
search page, `form-action` for the form that leads there."""
SEARCH_POLICY = CONTENT_SECURITY_POLICY.replace(
    "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'"
)
"""On the search page alone: what looks through its index is WebAssembly. A worker would need the same; it has none."""
_SEARCHES = b" data-search data-folder="

EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""With every answer, errors included."""

HASHED = r"(\.[0-9a-f]{10}\.[a-z0-9]+|_[0-9a-f]{7,}\.pf_[a-z]+)$"
"""A name that carries the hash of its content, ours or that of an index of search: such a file never changes."""
KEPT = "public, max-age=31536000, immutable"
ASKED = "no-cache"
"""Keep it, but ask each time whether it is still the same: an old page asks for a stylesheet that is gone."""

_TEXT = "; charset=utf-8"
TYPES: Mapping[str, str] = {
    ".html": f"text/html{_TEXT}",
    ".css": f"text/css{_TEXT}",
    ".js": f"text/javascript{_TEXT}",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".geojson": "application/geo+json",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".webmanifest": "application/manifest+json",
    ".ics": f"text/calendar{_TEXT}",
    ".txt": f"text/plain{_TEXT}",
    ".md": f"text/markdown{_TEXT}",
    ".csv": f"text/csv{_TEXT}",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    # The parts of an index of search, which Pagefind has compressed.
    ".pagefind": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_filter": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
}
"""By ending; no host is asked to guess."""

PACKED = (
    *(".html", ".css", ".js", ".json", ".jsonld", ".geojson", ".xml", ".rss", ".atom", ".webmanifest"),
    *(".ics", ".txt", ".md", ".csv", ".svg"),
)
"""What gets smaller when it is compressed; the others are compressed already."""


def searches(page: bytes) -> bool:
    """Whether a page looks through an index, as the search page does."""
    return _SEARCHES in page


def of(path: str, *, found: bool = True, searching: bool = False) -> dict[str, str]:
    """What is said with the file at a path of the site, such as `assets/site.0123456789.css`.

    A page for what is not there is never kept, whatever was asked for. `searching`: it is the search page.
    """
    kept = found and re.search(HASHED, path)
    suffix = PurePosixPath(path).suffix or ".html"
    said = dict(EVERYWHERE)
    if searching:
        said["Content-Security-Policy"] = SEARCH_POLICY
    said["Cache-Control"] = KEPT if kept else ASKED
    said["Content-Type"] = TYPES.get(suffix, "application/octet-stream") if found else TYPES[".html"]
    return said


def in_preview(*, searching: bool = False) -> dict[str, str]:
    """What the preview says with everything: what a host says, but nothing is kept, and nobody told to use HTTPS."""
    said = {name: value for name, value in EVERYWHERE.items() if name != "Strict-Transport-Security"}
    if searching:
        said["Content-Security-Policy"] = SEARCH_POLICY
    said["Cache-Control"] = "no-store"
    return said

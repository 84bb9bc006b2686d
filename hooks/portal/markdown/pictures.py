"""Which pictures in a text the site makes its own sizes of."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif")


def is_made(address: str) -> bool:
    """Whether an address is of a picture in content/, in a format that the site makes sizes of."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and unquote(parts.path).lower().endswith(ENDINGS)

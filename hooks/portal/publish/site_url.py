"""Where the site will stand (SITE_URL). It goes into every canonical address, so nonsense is refused before a build."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from portal.words.wording import say

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*", re.IGNORECASE)
_PATH = re.compile(r"(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)*/?")


class SiteUrlError(ValueError):
    """An address at which no site can stand."""


def check(url: str | None) -> str:
    """The address with a slash at its end: http or https, a host, a path of plain folders, and nothing else."""
    try:
        parts = urlsplit(url or "")
        valid = (
            parts.scheme in ("http", "https")
            and _HOST.fullmatch(parts.hostname or "")
            and _PATH.fullmatch(parts.path)
            and (parts.port is None or parts.port > 0)
            and not set(url or "") & set("@?#\\ \t\r\n")
        )
    except ValueError:
        valid = False
    if not url or not valid:
        raise SiteUrlError(say("site-url", found=url or ""))
    return url if url.endswith("/") else f"{url}/"

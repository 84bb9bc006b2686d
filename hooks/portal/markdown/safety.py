"""What may stand in a link or in `{: ... }`. Everything else is left out of the page and told to the editor."""

from __future__ import annotations

import re

SCHEMES = ("http", "https", "mailto", "tel")
ATTRIBUTES = ("class", "id", "lang", "dir", "hreflang", "title")
"""What an editor may put in `{: ... }`; everything else is refused, event handlers and styles first."""


def safe(link: str) -> bool:
    """Whether a link has one of our schemes or none. What a browser would drop, as a tab, makes it none of ours."""
    scheme = re.match(r"([^/?#]*?):", link)
    return scheme is None or scheme[1].lower() in SCHEMES

"""How much Markdown a page may hold. Within these limits the time that it takes grows no faster than the text."""

from __future__ import annotations

import re

MAX_BYTES = 512 * 1024
"""Of one page, in UTF-8: a thick book, in about four seconds."""
MAX_DEPTH = 100
"""Of blocks within blocks, as the parser counts them: a list within a list is two deeper. Beyond it the parser lets
text fall, so it is refused first."""
MAX_OPEN = 24
"""Of brackets that are open at once in one paragraph: what follows is read once for each of them."""


def too_long(text: str) -> bool:
    """Whether a page is longer than we read."""
    return len(text) > MAX_BYTES or len(text.encode("utf-8", errors="replace")) > MAX_BYTES


def too_open(paragraph: str) -> bool:
    """Whether more brackets are open at once than we read."""
    depth = 0
    if paragraph.count("[") > MAX_OPEN:
        for bracket in re.finditer(r"[\[\]]", paragraph):
            depth = depth + 1 if bracket[0] == "[" else max(0, depth - 1)
            if depth > MAX_OPEN:
                return True
    return False

"""The list of every address that was ever published (content/data/published.txt); it only grows."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from portal.content.reading import PUBLISHED
from portal.model.site import Site

_HEADER = "# Every address of every release, written by 'portal release'. None may vanish: see docs/content.md.\n"


def note_addresses(site: Site, root: Path) -> tuple[int, int, PurePosixPath]:
    """Add the site's addresses to the list; return how many are new, how many there are, and where the list is."""
    known = {line for line in site.content.published if line.startswith("/")}
    every = known | {page.address for page in site.pages.values()} | {redirect.from_ for redirect in site.redirects}
    text = _HEADER + "".join(f"{address}\n" for address in sorted(every))
    (root / PUBLISHED).write_text(text, encoding="utf-8", newline="\n")
    return len(every - known), len(every), PUBLISHED

"""What a release promises: every address there ever was, and the form of the open data. Both only grow."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from portal.content.reading import PUBLISHED
from portal.model.open_data import VERSION
from portal.model.open_files import schemas
from portal.model.open_schema import breaking
from portal.model.site import Site
from portal.words.languages import Languages
from portal.words.wording import say

FORMS = PurePosixPath("docs/open-data")
"""The JSON Schemas of the open data as they were last released, a folder for each version."""
_HEADER = "# Every address of every release, written by 'portal release'. None may vanish: see docs/content.md.\n"


class ReleaseError(Exception):
    """What was promised would be broken."""


def note_addresses(site: Site, root: Path) -> tuple[int, int, PurePosixPath]:
    """Add the site's addresses to the list; return how many are new, how many there are, and where the list is."""
    known = {line for line in site.content.published if line.startswith("/")}
    every = known | {page.address for page in site.pages.values()} | {redirect.from_ for redirect in site.redirects}
    text = _HEADER + "".join(f"{address}\n" for address in sorted(every))
    (root / PUBLISHED).write_text(text, encoding="utf-8", newline="\n")
    return len(every - known), len(every), PUBLISHED


def note_forms(site: Site, root: Path) -> None:
    """Keep the form of the open data; raise ReleaseError where a program that reads them would break."""
    if broken := broken_promises(site.languages, root):
        raise ReleaseError(say("release.breaks", version=VERSION, list="\n".join(f"- {line}" for line in broken)))
    folder = root / FORMS / VERSION
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas(site.languages).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def broken_promises(languages: Languages, root: Path) -> list[str]:
    """What differs from the last release of this version in a way that breaks a program, a line each."""
    now = schemas(languages)
    lines = []
    for path in sorted((root / FORMS / VERSION).glob("*.json")):
        if path.stem not in now:
            lines.append(f"{path.stem}: is gone")
            continue
        released = json.loads(path.read_text(encoding="utf-8"))
        lines += [f"{path.stem}: {line}" for line in breaking(released, now[path.stem])]
    return lines

"""A look at every link that leads elsewhere: `python -m tests.audit.outside_links`. For a monthly job; needs a network.

A page that is gone or moved is named with the file that links to it. One that refuses programs (401, 403, 429) is not:
a person may well see it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from portal.publish.ask import Answer, ask
from tests.conftest import ROOT

_AT_ONCE = 4
_REFUSES_PROGRAMS = (401, 403, 405, 429, 503)
_WENT_FOR_GOOD = (301, 308)


def links() -> dict[str, list[str]]:
    """Every address elsewhere in the content, with the files in which it stands."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "content").rglob("*")):
        if path.suffix in (".md", ".yml"):
            for url in re.findall(r"https?://[^\s\"'<>)\]]+", path.read_text(encoding="utf-8")):
                found.setdefault(url.rstrip(".,;"), []).append(path.relative_to(ROOT).as_posix())
    return found


def looked_at(found: Mapping[str, list[str]], asked: Callable[[str], Answer] = ask) -> list[str]:
    """What is wrong, one line for each address."""

    def look(url: str) -> str:
        try:
            answer = asked(url)
        except (OSError, ValueError) as error:
            return f"does not answer ({getattr(error, 'reason', error)})"
        if answer.status in _WENT_FOR_GOOD:
            return f"has moved to {answer.said.get('location', '?')}"
        return f"answers {answer.status}" if answer.status >= 400 and answer.status not in _REFUSES_PROGRAMS else ""

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        said = list(pool.map(look, found))
    return [f"{files[0]}: {url} {what}" for (url, files), what in zip(found.items(), said, strict=True) if what]


if __name__ == "__main__":
    problems = looked_at(links())
    print("\n".join(problems))
    print(f"{len(problems)} of {len(links())} links elsewhere want a look")
    sys.exit(1 if problems else 0)

"""Pour real files in: `python -m tests.audit.pour FOLDER ...` reads every .md file below the folders.

For each: no traceback; no page title where GitHub's parser sees none; and the structure that it sees, or the line of
what we refuse. Any folder of Markdown will do, such as a clone of a documentation site; nothing of it is kept.
"""

from __future__ import annotations

import collections
import difflib
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from portal.markdown import Findings, convert
from tests.independent_parser import comparable, ours, shared, theirs

_FIELDS = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_REFUSED = ("raw_html", "comments", "bad_links", "bad_attributes", "stray_attributes", "boxes_without_title", "lost",
            "undefined", "unclosed", "tables_without_rule")  # fmt: skip


def bodies(folders: list[Path]) -> Iterator[tuple[Path, str]]:
    """The text of every Markdown file, without its fields."""
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            if path.is_file():
                text = path.read_text(encoding="utf-8-sig", errors="replace")
                yield path, _FIELDS.sub("", text, count=1)


def main(folders: list[Path]) -> int:
    """Say what came of the files; 1 when one came out wrong."""
    counted: collections.Counter[str] = collections.Counter()
    kinds: collections.Counter[str] = collections.Counter()
    wrong = []
    for path, text in bodies(folders):
        counted["files"] += 1
        started = time.process_time()
        try:
            found = convert(text).findings
        except Exception as error:
            wrong.append(f"{path}: {error!r}")
            continue
        counted["milliseconds"] += round((time.process_time() - started) * 1000)
        counted["paragraphs"] += len(found.passages)
        kinds.update(dict.fromkeys(_kinds(found), 1))
        text = shared(text)
        if not comparable(text):
            counted["with boxes, lists of terms or refused links"] += 1
            continue
        counted["compared"] += 1
        mine, other = ours(text), theirs(text)
        if mine == other:
            counted["equal"] += 1
        else:
            wrong.append(f"{path}: {_first_difference(mine, other)}")
    for name, number in [*counted.items(), *((f"files with {kind}", n) for kind, n in kinds.most_common())]:
        print(f"{number:8} {name}")
    for line in wrong:
        print(line)
    return 1 if wrong or not counted["files"] else 0


def _kinds(found: Findings) -> Iterator[str]:
    yield from (kind for kind in _REFUSED if getattr(found, kind))
    if any(heading.level == 1 for heading in found.headings):
        yield "a page title"


def _first_difference(mine: list[str], other: list[str]) -> str:
    matcher = difflib.SequenceMatcher(None, mine, other, autojunk=False) if len(mine) + len(other) < 4000 else None
    if matcher is None:
        at = next((i for i, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), min(len(mine), len(other)))
        return f"ours {' '.join(mine[at - 3 : at + 6])!r}, theirs {' '.join(other[at - 3 : at + 6])!r}"
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            return f"ours {' '.join(mine[max(0, i - 3) : j + 3])!r}, theirs {' '.join(other[max(0, k - 3) : m + 3])!r}"
    return ""


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))

"""What the check says of real texts: `python -m tests.audit.alarms nl=FOLDER en=FOLDER ...` makes each .md file a page.

Prints how many findings of each kind there are, for how many paragraphs, and some of each with the line they stand on
(`--show 5`), for a human to judge which are false. What a page of this site needs and theirs cannot have (our links,
our pictures) is left out, and so is what is refused on purpose.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import tempfile
from pathlib import Path

from portal.checks import examine
from portal.content.limits import MAX_BYTES
from portal.words.problem import Problem
from tests.audit.pour import bodies
from tests.conftest import make_project, page

_NOT_THEIRS = ("link.", "picture.", "markdown.picture", "markdown.h1", "markdown.html", "markdown.comment", "limit.",
               "shelf", "twin.", "same.")  # fmt: skip
_AT_ONCE = 250
"""Pages of a site: more would tell which language is which better than a site of an editor does."""


def main(folders: list[tuple[str, Path]], show: int) -> int:
    """Say what was found."""
    texts = [(locale, path, text) for locale, folder in folders for path, text in bodies([folder])]
    texts = [one for one in texts if len(one[2].encode(errors="replace")) <= MAX_BYTES and one[2].strip()]
    texts.sort(key=lambda one: hashlib.sha256(str(one[1]).encode()).digest())  # mixed, always alike
    found: dict[str, list[str]] = collections.defaultdict(list)
    paragraphs = 0
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        with tempfile.TemporaryDirectory() as folder:
            problems, counted = _said(Path(folder), some)
        paragraphs += counted
        for problem in problems:
            number = int(problem.path.stem.removeprefix("p"))
            _, path, text = some[number]
            line = "".join(text.split("\n")[problem.line - 8 : problem.line - 7]).strip()
            found[problem.key].append(f"{path}: {problem.phrase.text('en')[:160]}\n            {line[:200]}")
    total = sum(map(len, found.values()))
    print(f"{len(texts)} files, {paragraphs} paragraphs, {total} findings: 1 in {paragraphs // max(total, 1)}")
    for key, lines in sorted(found.items(), key=lambda one: -len(one[1])):
        print(f"{len(lines):6} {key}")
        for line in lines[:show]:
            print(f"        {line}")
    return 0 if texts else 1


def _said(root: Path, some: list[tuple[str, Path, str]]) -> tuple[list[Problem], int]:
    """What is said of these texts, and how many paragraphs they have."""
    files = {
        f"content/{locale}/p{number}.md": page(f"Page {number}", f"only: {locale}", "", body=text, locale=locale)
        for number, (locale, _, text) in enumerate(some)
    }
    site, problems = examine(make_project(root, files))
    paragraphs = sum(len(site.findings(page).passages) for page in site.pages.values() if str(page.file.path) in files)
    return [
        problem
        for problem in problems
        if str(problem.path) in files and not problem.key.startswith(_NOT_THEIRS) and not problem.field
    ], paragraphs


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="nl=FOLDER")
    parser.add_argument("--show", type=int, default=3)
    given = parser.parse_args()
    raise SystemExit(main([(one.partition("=")[0], Path(one.partition("=")[2])) for one in given.folders], given.show))

"""What lies in content/ besides readable files: links, devices, names that no system agrees on. All of it is refused.

A link publishes whatever it points to: a password, the build's own environment. So nothing in content/ may be one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from portal.words.problem import Place, Problem

MAX_FILES = 20_000
HIDDEN = re.compile(r"[.~]")
"""How the hidden and backup files of an editor begin. Nothing reads or publishes them."""


def check(root: Path) -> Iterator[Problem]:
    """Everything below `root`/content that is neither a folder nor a plain file, or whose name is not text."""
    folders, count = [root / "content"], 0
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if HIDDEN.match(entry.name):  # never published; an editor's program may keep a link there
                    continue
                path = PurePosixPath(Path(entry.path).relative_to(root).as_posix())
                if entry.name != _shown(entry.name):
                    yield Place(path.with_name(_shown(entry.name))).problem("lying.name")
                elif entry.is_symlink():
                    yield Place(path).problem("lying.link")
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif not entry.is_file(follow_symlinks=False):
                    yield Place(path).problem("lying.special")
                count += 1
        if count > MAX_FILES:
            yield Place(PurePosixPath("content")).problem("lying.many", limit=MAX_FILES)
            return


def is_shown(name: str) -> bool:
    """Whether the name of a file is text."""
    return name == _shown(name)


def _shown(name: str) -> str:
    """A name as it can be printed: what is no UTF-8, and what controls a terminal, becomes a question mark."""
    if name.isprintable():
        return name
    text = name.encode(errors="surrogateescape").decode(errors="replace").replace("\N{REPLACEMENT CHARACTER}", "?")
    return "".join(character if character.isprintable() else "?" for character in text)

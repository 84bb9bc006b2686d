"""Everything that a site is made of, as one hash: from the same inputs the same is found, and the same is built.

Those are the files of the project, the code, what mkdocs.yml takes from the environment, the day, and the versions of
Python and of all that is installed. A project that has more of MkDocs than ours may read what is not known here, such
as the history of git: it has no such hash, and is always made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from portal.assets.cache import Cache
from portal.words.languages import CONFIG

FOLDERS = ("content", "overrides", "hooks")
OURS = {"plugins": {"i18n"}, "markdown_extensions": {"portal.markdown"}}
"""What mkdocs.yml may load of which it is known what it reads."""
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Inputs:
    """The inputs of a project on a day."""

    key: str
    """The hash of what is in them."""
    beside: str
    """The hash of what is in them besides the content and the day: the code, the templates, the configuration."""
    touched: str
    """The hash of when they were written: what changed and changed back while it was read is not what was read."""

    @classmethod
    def of(cls, root: Path, day: date) -> Inputs | None:
        """Those of the project in `root`; None when not all of them can be known."""
        try:
            text = (root / CONFIG).read_bytes()
            config = yaml.load(text, _Loader)  # noqa: S506 - a safe loader
        except (OSError, yaml.YAMLError):
            return None
        if not _is_ours(config):
            return None
        content, beside, touched = hashlib.sha256(day.isoformat().encode()), hashlib.sha256(text), hashlib.sha256()
        for part in (json.dumps(config, default=str), sys.version, sys.platform, *_installed()):
            beside.update(f"{part}\0".encode())
        try:
            for name, path in _files(root):
                stat = path.lstat()
                line = f"{name}\0{_content(path)}\0".encode(errors="surrogateescape")
                (content if name.startswith(f"{FOLDERS[0]}/") else beside).update(line)
                touched.update(f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}\0".encode())
        except OSError:  # somebody is at it this very moment
            return None
        content.update(beside.digest())
        return cls(content.hexdigest(), beside.hexdigest(), touched.hexdigest())


@dataclass(frozen=True)
class Kept:
    """What was last made of a whole project: one file, which begins with the key of what it was made from."""

    root: Path
    name: str

    def read(self, inputs: Inputs | None) -> bytes | None:
        """What was made from these inputs, if it was the last."""
        content = self._cache.read(self.name) if inputs else None
        key, _, made = (content or b"").partition(b"\n")
        return made if inputs and key == inputs.key.encode() else None

    def write(self, inputs: Inputs | None, day: date, made: bytes) -> None:
        """Keep what was made from these inputs; nothing when they have changed since, or the folder is not ours."""
        if inputs and inputs == Inputs.of(self.root, day):
            with suppress(OSError):
                self._cache.write(self.name, inputs.key.encode() + b"\n" + made)

    @property
    def _cache(self) -> Cache:
        return Cache(self.root / ".cache/whole")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads mkdocs.yml with what its variables stand for."""


def _variables(loader: Any, node: yaml.Node) -> list[Any]:
    """`!ENV` with what is in the environment under each of its names; the last of several is what stands in for it."""
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value]
    return [(name, os.environ.get(str(name))) for name in names]


_Loader.add_constructor("!ENV", _variables)
_Loader.add_multi_constructor("", lambda loader, suffix, node: suffix)


def _is_ours(config: Any) -> bool:
    if not isinstance(config, dict) or "INHERIT" in config or config.get("docs_dir") != FOLDERS[0]:
        return False
    theme = config.get("theme")
    named = {name: {_name(item) for item in config.get(name) or ()} for name in OURS}
    return (
        isinstance(theme, dict)
        and theme.get("custom_dir") == FOLDERS[1]
        and all(names <= OURS[name] for name, names in named.items())
        and all(str(hook).startswith(f"{FOLDERS[2]}/") for hook in config.get("hooks") or ())
    )


def _name(item: object) -> str:
    return str(next(iter(item), "")) if isinstance(item, dict) else str(item)


def _installed() -> list[str]:
    """The packages with their versions: the names of the folders that tell of them."""
    return sorted(found.name for found in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the project and of the code by its name, in the same order on every machine."""
    for folder in FOLDERS:
        yield from _below(root / folder, folder)
    if not _PACKAGE.is_relative_to(root / FOLDERS[2]):
        yield from _below(_PACKAGE, "portal")


def _below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), f"{name}/{entry.name}")
        else:
            yield f"{name}/{entry.name}", Path(entry.path)


def _content(path: Path) -> str:
    if path.is_symlink() and path.is_dir():
        raise NotADirectoryError(path)  # what lies behind it is not looked through
    if not path.is_file():
        return f"no file {path.is_symlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest()

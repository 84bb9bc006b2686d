"""A build that never harms what is online: it writes a new site beside the old one, and swaps when it is whole."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from portal.engine.template_mistake import template_mistake
from portal.words.wording import say

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement on every build

_OURS = ("index.html", "sitemap.xml", "404.html")
"""A folder that holds these is a site that may be replaced."""


class BuildError(Exception):
    """The build stopped; nothing was replaced."""


def build_site(root: Path, out: Path, **hooks: object) -> int:
    """Build the project in `root` into the folder `out`; return the number of files.

    `hooks` have event handlers for this build alone, besides those of mkdocs.yml.
    """
    _refuse_foreign(root, out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _stopped(error, out) from error
    new = out.with_name(f".{out.name}.new-{os.getpid()}")
    try:
        _run_mkdocs(root, new, out, hooks)
        _swap(new, out)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return sum(path.is_file() for path in out.rglob("*"))


def _refuse_foreign(root: Path, out: Path) -> None:
    if root.resolve().is_relative_to(out.resolve()):
        raise BuildError(say("build.inside", out=out))
    if out.is_dir() and any(out.iterdir()) and not all((out / name).is_file() for name in _OURS):
        found = min(path.name for path in out.iterdir())
        raise BuildError(say("build.foreign", out=out, found=found))


def _run_mkdocs(root: Path, new: Path, out: Path, hooks: Mapping[str, object]) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    logger.propagate = False
    try:
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(new), strict=True)
        for name, hook in hooks.items():
            config.plugins[name] = cast("BasePlugin[Any]", hook)  # MkDocs asks for event handlers, no more
        with _progress_bar() as progress:
            config.extra["portal_progress"] = progress
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        reason = "\n".join([*messages.lines, str(error)])
        raise BuildError(say("build.failed", reason=f"{reason}\n", out=out)) from error
    except Exception as error:
        if not (mistake := template_mistake(error, root)):
            raise
        raise BuildError(say("build.failed", reason=f"\n{mistake}\n", out=out)) from error
    finally:
        logger.removeHandler(messages)


def _swap(new: Path, out: Path) -> None:
    """Two renames, so that a visitor never meets half a site; if the second fails, the first is undone."""
    old = out.with_name(f".{out.name}.old-{os.getpid()}")
    try:
        if out.exists():
            out.rename(old)
        new.rename(out)
    except OSError as error:
        if old.exists():
            old.rename(out)
        raise _stopped(error, out) from error
    shutil.rmtree(old, ignore_errors=True)


def _stopped(error: OSError, out: Path) -> BuildError:
    return BuildError(say("build.failed", reason=f"{error.strerror} ({error.filename}).", out=out))


class _Messages(logging.Handler):
    """Keeps MkDocs' warnings and errors, to be shown when the build stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _progress_bar() -> Iterator[object]:
    """A bar for each kind of work, on a terminal; silence elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal or os.environ.get("CI"):
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def step(total: int, work: str) -> None:
            if work not in tasks:
                tasks[work] = progress.add_task(say(work), total=total)
            progress.advance(tasks[work])

        yield step

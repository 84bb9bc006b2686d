"""A build that never harms what is online: it writes a new site beside the old one, and swaps when it is whole."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from portal.assets import cache
from portal.engine.template_mistake import template_mistake
from portal.model.site import Site
from portal.publish.folder import FolderError, replaced
from portal.publish.site_url import SiteUrlError
from portal.publish.site_url import check as check_url
from portal.words.wording import say

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement on every build


class BuildError(Exception):
    """The build stopped; nothing was replaced."""


def build_site(root: Path, out: Path, site: Site, **hooks: object) -> int:
    """Build `site`, which was read from the project in `root`, into the folder `out`; return the number of files.

    `hooks` have event handlers for this build alone, besides those of mkdocs.yml.
    """
    if root.resolve().is_relative_to(out.resolve()):
        raise BuildError(say("build.inside", out=out))
    try:
        with replaced(out) as new:
            build_into(root, new, out, site, **hooks)
    except FolderError as error:
        raise BuildError(str(error)) from error
    except OSError as error:  # a full disk, a folder that may not be written
        raise BuildError(say("build.failed", reason=_reason(error), out=out)) from error
    return sum(path.is_file() for path in out.rglob("*"))


def site_url(root: Path) -> str:
    """Where the site of a project will stand, as mkdocs.yml and SITE_URL say."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(config_file=str(root / "mkdocs.yml"))
        return check_url(config.site_url)
    except (MkDocsException, SiteUrlError, SystemExit) as error:
        raise BuildError(str(error)) from error


def build_into(root: Path, new: Path, out: Path, site: Site, **hooks: object) -> None:
    """Build `site`, read from the project in `root`, into the folder `new`, which will take the place of `out`."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from portal.engine import mkdocs_files

    messages = _Messages()
    logger = logging.getLogger(build.__module__.partition(".")[0])  # under ProperDocs it has its own name
    logger.addHandler(messages)
    logger.propagate = False
    try:
        config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(new), strict=True)
        for name, hook in hooks.items():
            config.plugins[name] = cast("BasePlugin[Any]", hook)  # MkDocs asks for event handlers, no more
        with _progress_bar() as progress:
            mkdocs_files.hand_over(config, site, progress)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        # Click-like aborts say no more than that they are.
        said = [*messages.lines, *([] if str(error).startswith("Aborted") else [str(error)])]
        reason = "\n".join(said)
        raise BuildError(say("build.failed", reason=f"{reason}\n", out=out)) from error
    except OSError:
        raise
    except Exception as error:
        if not (mistake := template_mistake(error, root)):
            raise
        raise BuildError(say("build.failed", reason=f"\n{mistake}\n", out=out)) from error
    finally:
        logger.removeHandler(messages)


def _reason(error: OSError) -> str:
    return f"{error.strerror or error} ({error.filename})." if error.filename else f"{error.strerror or error}."


class _Messages(logging.Handler):
    """Keeps MkDocs' warnings and errors, to be shown when the build stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _progress_bar() -> Iterator[cache.Progress | None]:
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

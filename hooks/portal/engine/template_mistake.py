"""A mistake in a template, in one line: which file, which line, what is wrong."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2

from portal.words.wording import say


def template_mistake(error: BaseException, root: Path) -> str:
    """What is wrong in which template, when the error arose in one; else nothing."""
    overrides = root / "overrides"
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return _said(Path(error.filename), error.lineno, str(error.message), root)
    if isinstance(error, jinja2.TemplateNotFound):
        reason = f"There is no template '{error.name}'."
    elif isinstance(error, jinja2.TemplateError):
        reason = str(error.message)
    else:
        reason = f"{type(error).__name__}: {error}"
    # Jinja writes its traceback in lines of the templates; the innermost is where to look.
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(overrides)
    ]
    return _said(Path(frames[-1].filename), frames[-1].lineno or 1, reason, root) if frames else ""


def _said(file: Path, line: int, reason: str, root: Path) -> str:
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file
    return say("build.template", place=f"{path}:{line}", reason=f"{reason.rstrip('.')}.")

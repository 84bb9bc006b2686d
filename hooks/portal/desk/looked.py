"""What `portal check` has to say, as data: looked for once, and kept until anything changes that it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal.assets.inputs import Inputs, Kept
from portal.words.wording import editor_locale, wording


@dataclass(frozen=True)
class Finding:
    """A problem, as `portal check --json` has it."""

    data: dict[str, Any]

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return bool(self.data["severity"] == "error")

    @property
    def strict(self) -> bool:
        """Whether a nightly job refuses it."""
        return bool(self.data["strict"])

    @property
    def group(self) -> str:
        """The group of advice it belongs to; empty for an error."""
        return wording()[self.data["key"]].advice

    def __str__(self) -> str:
        return f"{self.data['path']}:{self.data['line']}: {self.data['message'][editor_locale()]}"


@dataclass(frozen=True)
class Looked:
    """What was seen of a project on a day."""

    pages: int
    entries: int
    report: dict[str, Any]
    """What `portal check --json` prints."""

    @property
    def findings(self) -> Iterator[Finding]:
        """Every problem, in the order of files and lines."""
        return (Finding(data) for data in self.report["problems"])


def look(root: Path, day: date) -> Looked:
    """Check the content of the project in `root` as it stands on a day; ContentError when there is none."""
    kept, inputs = Kept(root, "check"), Inputs.of(root, day)
    if made := kept.read(inputs):
        return Looked(**json.loads(made))
    looked = _look(root, day)
    kept.write(inputs, day, json.dumps(vars(looked)).encode())
    return looked


def _look(root: Path, day: date) -> Looked:
    # Takes a second to import, and is not needed where nothing has changed.
    from portal.checks import examine
    from portal.desk.report import Report

    site, problems = examine(root, day)
    entries = sum(map(len, site.content.entries.values()))
    return Looked(len(site.pages), entries, Report.of(problems).model_dump())

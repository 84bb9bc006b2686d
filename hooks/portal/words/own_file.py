"""The files of words beside this module: ours, so they are read as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of libyaml, where PyYAML was built with it: five times as fast."""


def own_file(name: str) -> Any:
    """What stands in a file of words."""
    return yaml.load(Path(__file__).with_name(name).read_text(encoding="utf-8"), FAST_LOADER)  # noqa: S506 - a safe loader

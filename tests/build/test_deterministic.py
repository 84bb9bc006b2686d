"""The same input is the same site. Build layer: a small project, built twice under circumstances that differ."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.build.conftest import ODD, built_in, contents
from tests.conftest import make_project


def test_the_same_input_builds_to_the_same_bytes(tmp_path: Path) -> None:
    here = make_project(tmp_path / "here", ODD)
    there = Path(shutil.copytree(here, tmp_path / "somewhere" / "else"))
    one = contents(built_in(here, PYTHONHASHSEED="1", TZ="Europe/Amsterdam", LANG="nl_NL.UTF-8", PORTAL_LANG="nl"))
    other = contents(built_in(there, PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LANG="C", PORTAL_LANG="en"))
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []

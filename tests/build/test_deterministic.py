"""The same input is the same site. Build layer: a small project, built twice under circumstances that differ."""

from __future__ import annotations

from pathlib import Path

from tests.build.conftest import ODD, SITE_URL, built_in, contents
from tests.conftest import make_project


def test_the_same_input_builds_to_the_same_bytes(odd: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LANG": "nl_NL.UTF-8", "PORTAL_LANG": "nl"}
    one, other = contents(odd), contents(built_in(make_project(tmp_path, ODD), SITE_URL=SITE_URL, **elsewhere))
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []

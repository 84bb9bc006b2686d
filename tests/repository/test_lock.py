"""Repository: the lock holds something for every Python that README promises."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import ROOT

LOCKED = re.findall(r"^([\w.-]+)==\S+(?: ; (.*?))? \\$", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
"""Name and marker of every package that is locked."""


def test_a_package_that_wants_a_later_python_has_an_older_version_in_the_lock() -> None:
    """As pymdown-extensions, of which the newest wants 3.11.5, while README promises every 3.11."""
    later = [(name, re.search(r"python_\w*version >= ('3\.11\.\S+')", marker)) for name, marker in LOCKED]
    wanted = {(name, f"python_full_version < {found[1]}") for name, found in later if found}
    assert "mkdocs" in dict(LOCKED)
    assert wanted - set(LOCKED) == set()


def test_readme_promises_the_python_that_is_asked_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert f"Python {asked.removeprefix('>=')} or newer" in (ROOT / "README.md").read_text("utf-8")

"""Repository: the lock holds something for every Python that README promises."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import ROOT

_PACKAGE = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.*?))? \\$", re.M)
ALL, SITE = (
    _PACKAGE.findall((ROOT / name).read_text("utf-8")) for name in ("requirements.txt", "requirements-site.txt")
)
LOCKED = [(name, marker) for name, _, marker in ALL]
"""Name and marker of every package that is locked."""


def test_what_the_site_needs_is_locked_in_the_same_versions_as_all_else() -> None:
    assert {package[:2] for package in SITE} - {package[:2] for package in ALL} == set()


def test_an_editor_installs_no_tools_of_the_tests() -> None:
    assert {"mkdocs", "watchfiles", "setuptools"} <= {name for name, *_ in SITE}
    assert {"pytest", "playwright", "mypy", "boto3", "hypothesis"}.isdisjoint(name for name, *_ in SITE)


def test_a_package_that_wants_a_later_python_has_an_older_version_in_the_lock() -> None:
    """As pymdown-extensions, of which the newest wants 3.11.5, while README promises every 3.11."""
    later = [(name, re.search(r"python_\w*version >= ('3\.11\.\S+')", marker)) for name, marker in LOCKED]
    wanted = {(name, f"python_full_version < {found[1]}") for name, found in later if found}
    assert "mkdocs" in dict(LOCKED)
    assert wanted - set(LOCKED) == set()


def test_readme_promises_the_python_that_is_asked_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert f"Python {asked.removeprefix('>=')} or newer" in (ROOT / "README.md").read_text("utf-8")

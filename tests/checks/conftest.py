"""What the tests of the checks share: a small site is read, and its problems come back as lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.checks import read_site
from portal.words.problem import ContentError
from tests.conftest import Files, Project

Problems = Callable[[Files], list[str]]


@pytest.fixture
def problems(project: Project) -> Problems:
    """The lines that `portal check` prints about the small site with these files."""

    def lines(files: Files) -> list[str]:
        try:
            read_site(project(files))
        except ContentError as error:
            return list(map(str, error.problems))
        return []

    return lines


@pytest.fixture
def to_build() -> bool:
    """Checks read."""
    return False

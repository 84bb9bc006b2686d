"""What must not lie in content/. Hook layer: small sites are read, nothing is built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.checks import read_site
from portal.words.problem import ContentError
from tests.conftest import Project

LINK = "This is a link to another file or folder. Put a copy of the file itself here."


def problems(root: Path) -> list[str]:
    try:
        read_site(root)
    except ContentError as error:
        return list(map(str, error.problems))
    return []


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("content/assets/environment", "/proc/self/environ"),
        ("content/assets/etc", "/etc"),
        ("content/assets/loop", "."),
        ("content/assets/nowhere.pdf", "/nowhere"),
        ("content/nl/stories/secret.md", "/etc/hostname"),
        ("content/data/partners/secret.yml", "/etc/hostname"),
        ("content/data/more", "/etc"),
    ],
)
def test_a_link_is_refused_wherever_it_stands(project: Project, path: str, target: str) -> None:
    root = project()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)
    assert problems(root) == [f"{path}:1: {LINK}"]


def test_the_link_by_which_an_editors_program_holds_a_file_is_left_alone(project: Project) -> None:
    root = project()
    (root / "content/nl/.#index.md").symlink_to("someone@machine.1234")
    assert problems(root) == []


def test_a_fifo_is_refused_and_not_waited_for(project: Project) -> None:
    root = project()
    os.mkfifo(root / "content/nl/stories/pipe.md")
    message = "This is no ordinary file, and nothing can read it. Delete it."
    assert problems(root) == [f"content/nl/stories/pipe.md:1: {message}"]


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\nb.md", b"a\x1b[31m.md"])
def test_a_name_that_cannot_be_shown_is_refused(project: Project, name: bytes) -> None:
    root = project()
    (root / "content/nl/stories" / os.fsdecode(name)).write_text("x", encoding="utf-8")
    (line,) = problems(root)
    assert "The name holds characters that cannot be shown (here a question mark)." in line
    assert line.isprintable()

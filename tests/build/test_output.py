"""What the command prints, wherever it goes: nothing is lost on a code page that lacks a letter, nor on a full disk.

Build layer: the command runs in a process of its own, on a small site that is read and not built.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import STORY, Project

ODD = STORY.format(title="A story", slug="a-story").replace("[hospital]", "[\u0141\u00f3d\U0001f389]")


CHECK = [str(Path(sys.executable).with_name("portal")), "check"]


def checked(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    everything = {**os.environ, **environment}
    return subprocess.run([*CHECK, *options], cwd=root, env=everything, capture_output=True, check=False)


@pytest.mark.parametrize("code_page", ["cp1252", "ascii"])
def test_a_message_keeps_its_letters_on_any_code_page(project: Project, code_page: str) -> None:
    root = project({"content/en/stories/a-story.md": ODD})
    said = checked(root, PYTHONIOENCODING=code_page, PORTAL_LANG="nl").stderr
    text = said.decode("utf-8" if code_page == "ascii" else code_page)  # click writes UTF-8 where ASCII is all there is
    assert "Traceback" not in text
    assert any(written in text for written in ("\u0141\u00f3d\U0001f389", "\\u0141\u00f3d\\U0001f389"))


def test_data_are_the_same_on_any_code_page(project: Project) -> None:
    root = project({"content/en/stories/a-story.md": ODD})
    (problem,) = json.loads(checked(root, "--json", PYTHONIOENCODING="cp1252").stdout)["problems"]
    assert "\u0141\u00f3d\U0001f389" in problem["message"]["en"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is known to Linux alone")
def test_a_full_disk_is_one_line(project: Project) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(CHECK, cwd=project(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 1
    assert result.stderr.decode() == (
        "Error: The machine says: No space left on device. Make room, or choose another place, and try again.\n"
    )

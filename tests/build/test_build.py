"""The build never harms what is there. Build layer: small projects, through the command an editor types."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build.conftest import built_in, contents
from tests.conftest import portal


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    """A small project with its site, to do as one likes with."""
    return Path(shutil.copytree(small, tmp_path / "project"))


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """The files of a folder stay as they are, and nothing new is left beside it."""
    before, around = contents(folder), sorted(folder.parent.iterdir())
    yield
    assert contents(folder) == before
    assert sorted(folder.parent.iterdir()) == around


def test_a_folder_that_is_not_a_site_of_ours_is_refused(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "photos"
    out.mkdir()
    (out / "summer.jpg").write_bytes(b"\xff\xd8")
    (out / "index.html").write_text("mine", encoding="utf-8")
    with untouched(out):
        result = portal("build", "--out", str(out), cwd=small)
    assert result.stderr == (
        f"Error: {out} holds files that are not a site of ours (index.html). "
        "Choose an empty or a new folder with --out.\n"
    )
    assert result.returncode == 1


@pytest.mark.parametrize("out", [".", ".."])
def test_the_folder_of_the_project_is_refused(copy: Path, out: str) -> None:
    with untouched(copy):
        result = portal("build", "--out", out, cwd=copy)
    assert "holds the project itself. Choose another folder with --out." in result.stderr
    assert result.returncode == 1


def test_a_place_that_cannot_be_written_is_named(copy: Path) -> None:
    with untouched(copy):
        result = portal("build", "--out", "mkdocs.yml/site", cwd=copy)
    assert result.stderr == (
        f"Error: The build stopped: File exists ({copy}/mkdocs.yml). What was in {copy}/mkdocs.yml/site is untouched.\n"
    )
    assert result.returncode == 1


def test_an_empty_folder_is_filled(copy: Path) -> None:
    shutil.rmtree(copy / "site")
    (copy / "site").mkdir()
    result = portal("build", cwd=copy)
    assert result.returncode == 0
    assert result.stdout.startswith(f"Built {len(contents(copy / 'site'))} files in {copy}/site (")
    assert result.stderr == "", "quiet where nobody watches"


def test_the_new_site_takes_the_place_of_the_old_one(copy: Path) -> None:
    (copy / "site/stale.html").write_text("old", encoding="utf-8")
    around = sorted(copy.iterdir())
    site = built_in(copy)
    assert not (site / "stale.html").exists()
    assert (site / "index.html").exists()
    assert sorted(copy.iterdir()) == around


def test_a_mistake_in_a_template_leaves_the_old_site(copy: Path) -> None:
    template = copy / "overrides/story.html"
    template.write_text(template.read_text(encoding="utf-8").replace("{{ t(", "{{ nope("), encoding="utf-8")
    with untouched(copy / "site"):
        result = portal("build", cwd=copy)
    assert "'nope' is undefined" in result.stderr
    assert result.returncode == 1


def test_a_warning_of_mkdocs_leaves_the_old_site(copy: Path) -> None:
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("nav:\n", "nav:\n  - nope.md\n"), encoding="utf-8")
    with untouched(copy / "site"):
        result = portal("build", cwd=copy)
    assert result.stderr.startswith("Error: The build stopped: A reference to 'nope.md' is included in the 'nav'")
    assert result.stderr.endswith(f"What was in {copy}/site is untouched.\n")
    assert "Traceback" not in result.stderr
    assert result.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("ci", "shown"), [("", True), ("true", False)])
def test_a_bar_moves_on_a_terminal_and_never_in_ci(copy: Path, ci: str, shown: bool) -> None:
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("portal")), "build"]
    environment = {**os.environ, "CI": ci, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=copy, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        output = b""
        try:
            while block := os.read(ours, 65536):
                output += block
        except OSError:  # Linux says so when the other end is closed
            pass
    os.close(ours)
    assert process.returncode == 0
    assert (b"18/18" in output) == shown, "the pages of the small site"
    assert shown or output == b""

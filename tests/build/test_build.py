"""The build never harms what is there. Build layer: small projects, through the command an editor types."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from portal.publish.manifest import Manifest
from tests.build.conftest import Built, contents
from tests.command import portal


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    """A small project with its site, to do as one likes with."""
    return _copied(small, tmp_path)


def _copied(small: Path, folder: Path) -> Path:
    return Path(shutil.copytree(small, folder / "project"))


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


@pytest.fixture(scope="module")
def in_ci(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A build in CI, which may look like a terminal, over an earlier site with a page that is gone."""
    root = _copied(small, tmp_path_factory.mktemp("ci"))
    site = root / "site"
    (site / "stale.html").write_text("old", encoding="utf-8")
    Manifest.of(site).write(site)
    return root / "site", portal("build", cwd=root, FORCE_COLOR="1", CI="true")


def test_an_empty_folder_is_filled(at_a_terminal: Built) -> None:
    site, result = at_a_terminal
    assert result.returncode == 0
    assert result.stdout.startswith(f"Built {len(contents(site))} files in {site} (")


def test_a_bar_moves_on_a_terminal(at_a_terminal: Built) -> None:
    assert "18/18" in at_a_terminal[1].stderr, "the pages of the small site"


def test_nothing_moves_in_ci(in_ci: Built) -> None:
    assert (in_ci[1].stderr, in_ci[1].returncode) == ("", 0)


def test_the_new_site_takes_the_place_of_the_old_one(in_ci: Built, small: Path) -> None:
    site, _ = in_ci
    assert contents(site) == contents(small / "site")
    assert sorted(path.name for path in site.parent.iterdir()) == sorted(path.name for path in small.iterdir())


def test_a_door_without_a_page_leaves_the_old_site(copy: Path) -> None:
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("nav:\n", "nav:\n  - nope.md\n"), encoding="utf-8")
    with untouched(copy / "site"):
        result = portal("build", cwd=copy)
    assert result.stderr.startswith(
        "Error: The build stopped: mkdocs.yml: 'nav' names 'nope.md', but there is no content/nl/nope.md."
    )
    assert result.stderr.endswith(f"What was in {copy}/site is untouched.\n")
    assert "Traceback" not in result.stderr
    assert result.returncode == 1


TEMPLATE_MISTAKES = {
    "a name that is not there": ("{{ nobody }}", "'nobody' is undefined"),
    "a tag that is not closed": ("{% if here %}", "Encountered unknown tag 'endblock'."),
    "a text that is not there": ('{{ t("no.such") }}', "KeyError: 'no.such'."),
}


@pytest.mark.parametrize(("mistake", "reason"), TEMPLATE_MISTAKES.values(), ids=TEMPLATE_MISTAKES)
def test_a_mistake_in_a_template_is_one_line_and_leaves_the_old_site(copy: Path, mistake: str, reason: str) -> None:
    template = copy / "overrides/story.html"
    text = template.read_text(encoding="utf-8")
    begin = "{% block content %}"
    template.write_text(text.replace(begin, f"{begin}\n{mistake}", 1), encoding="utf-8")
    with untouched(copy / "site"):
        result = portal("build", cwd=copy)
    lines = [line for line in result.stderr.splitlines() if "overrides/" in line]
    assert len(lines) == 1, result.stderr
    assert re.match(rf"overrides/story\.html:\d+: {re.escape(reason)}", lines[0])
    assert "Traceback" not in result.stderr
    assert result.returncode == 1

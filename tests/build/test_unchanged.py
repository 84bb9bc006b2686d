"""What has not changed is not made again, and is never taken for what it is not. Build layer: a small project."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portal.assets.inputs import Inputs
from portal.desk.cli import main
from tests.build.conftest import contents
from tests.conftest import Project, page

TODAY = date(2026, 11, 27)


@pytest.fixture
def root(small: Path, tmp_path: Path) -> Path:
    """A small project with its site, to do as one likes with."""
    return Path(shutil.copytree(small, tmp_path / "project"))


def run(root: Path, *arguments: str, **environment: str) -> Result:
    out = ["--out", str(root / "site")] if arguments == ("build",) else []
    return CliRunner().invoke(main, ["--root", str(root), *arguments, *out], env=environment)


def test_a_site_that_stands_there_as_it_was_built_is_not_built_again(root: Path) -> None:
    before = contents(root / "site")
    result = run(root, "build")
    assert result.output.startswith(f"Nothing has changed: the {len(before)} files in {root / 'site'} are up to date (")
    assert contents(root / "site") == before


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a page that somebody changed": lambda site: (site / "index.html").write_text("<p>mine", encoding="utf-8"),
    "a page that is gone": lambda site: (site / "index.html").unlink(),
    "no site at all": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_site_that_is_not_as_it_was_built_is_built_again(root: Path, damage: Callable[[Path], object]) -> None:
    before = contents(root / "site")
    damage(root / "site")
    assert run(root, "build").output.startswith("Built ")
    assert contents(root / "site") == before


def test_another_address_of_the_site_is_another_site(root: Path) -> None:
    assert run(root, "build", SITE_URL="https://y.example/").output.startswith("Built ")
    assert b"https://y.example/" in (root / "site/index.html").read_bytes()


def _write(path: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text(text, encoding="utf-8")


def _append(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes((root / path).read_bytes() + b"\n# x\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page": _append("content/nl/index.md"),
    "an entry": _append("content/data/partners/hospital.yml"),
    "a new page": _write("content/nl/new.md", page("New")),
    "a file that is gone": lambda root: (root / "content/data/partners/hospital.yml").unlink(),
    "a file under another name": lambda root: (root / "content/nl/index.md").rename(root / "content/nl/x.md"),
    "a template": _append("overrides/main.html"),
    "a hook": _append("hooks/pages.py"),
    "the configuration": _append("mkdocs.yml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_site_is_made_of_is_among_its_inputs(project: Project, change: Callable[[Path], object]) -> None:
    root = project()
    before = Inputs.of(root, TODAY)
    change(root)
    after = Inputs.of(root, TODAY)
    assert before
    assert after
    assert before.key != after.key


def test_the_day_is_among_the_inputs(project: Project) -> None:
    root = project()
    one, other = Inputs.of(root, TODAY), Inputs.of(root, TODAY.replace(day=28))
    assert one
    assert other
    assert one.key != other.key


FOREIGN = {
    "a plugin": ("plugins:\n", "plugins:\n  - search\n"),
    "an extension": ("markdown_extensions:\n", "markdown_extensions:\n  - admonition\n"),
    "a hook elsewhere": ("hooks:\n", "hooks:\n  - tools/mine.py\n"),
    "a configuration above it": ("site_name:", "INHERIT: ../base.yml\nsite_name:"),
    "other folders": ("docs_dir: content", "docs_dir: ../content"),
    "templates elsewhere": ("custom_dir: overrides", "custom_dir: ../overrides"),
}


@pytest.mark.parametrize(("old", "new"), FOREIGN.values(), ids=FOREIGN)
def test_where_mkdocs_may_read_what_we_do_not_know_nothing_is_kept(project: Project, old: str, new: str) -> None:
    root = project()
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert Inputs.of(root, TODAY) is None


def test_a_folder_behind_a_link_is_not_known(project: Project, tmp_path: Path) -> None:
    root = project()
    (tmp_path / "elsewhere").mkdir()
    (root / "overrides/linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert Inputs.of(root, TODAY) is None


def test_what_changes_and_changes_back_while_it_is_read_is_seen(project: Project) -> None:
    root = project()
    before = Inputs.of(root, TODAY)
    text = (root / "content/nl/index.md").read_bytes()
    (root / "content/nl/index.md").write_bytes(b"something else")
    (root / "content/nl/index.md").write_bytes(text)
    after = Inputs.of(root, TODAY)
    assert before
    assert after
    assert (before.key == after.key, before == after) == (True, False)


def test_a_check_of_the_same_content_says_the_same_without_looking(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = page("Wrong", "sources: [nobody]")
    root = project({"content/en/clusters/health.md": wrong})
    first, first_data = run(root, "check"), run(root, "check", "--json")
    monkeypatch.setattr("portal.checks.examine", None)
    assert (run(root, "check").output, run(root, "check", "--json").output) == (first.output, first_data.output)
    assert "nobody" in first.output
    assert first.exit_code == 1


def test_a_damaged_finding_is_looked_for_again(project: Project) -> None:
    root = project()
    first = run(root, "check", "--json").output
    kept = root / ".cache/whole/check"
    kept.write_bytes(kept.read_bytes()[:-20] + b" " * 20)
    assert run(root, "check", "--json").output == first

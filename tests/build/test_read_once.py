"""A build reads the content once, whoever starts it. Build layer: a small site, built in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from portal.content.reading import Content, read
from portal.desk.cli import main
from portal.desk.preview import Preview
from tests.conftest import Project


def by_the_command(root: Path) -> bool:
    done = CliRunner().invoke(main, ["--root", str(root), "build", "--out", str(root / "site")])
    return done.exit_code == 0 and (root / "site/index.html").is_file()


def by_the_preview(root: Path) -> bool:
    preview = Preview(root, root, "http://127.0.0.1:8000/")
    preview.begin()
    return preview.file("/") is not None


def by_mkdocs(root: Path) -> bool:
    config = load_config(config_file=str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return (root / "site/index.html").is_file()


@pytest.mark.parametrize("built", [by_the_command, by_the_preview, by_mkdocs])
def test_the_content_is_read_once(
    built: Callable[[Path], bool], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = []

    def noted(root: Path) -> Content:
        roots.append(root)
        return read(root)

    monkeypatch.setattr("portal.checks.read", noted)
    root = project()
    assert built(root)
    assert roots == [root]

"""What the tests of the build share: a small site, built once, and one that is as odd as can be."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.command import portal
from tests.conftest import STORY, Files, make_project

SITE_URL = "https://x.example/sub/"


def _alone(locale: str, title: str, slug: str, place: str) -> str:
    text = STORY.format(title=title, slug=slug).replace("place: nijmegen", f"place: {place}")
    return text.replace("slug:", f"only: {locale}\nslug:")


ODD: Files = {
    "content/data/contacts/security.yml": (
        "role: {nl: Een lek melden, en: Report a hole}\nmail: hole@example.org\nexpires: 2027-06-01\n"
    ),
    "content/nl/stories/dutch.md": _alone("nl", "Alleen Nederlands", "alleen-nederlands", "netherlands"),
    "content/en/stories/english.md": _alone("en", "English alone", "english-alone", "east-netherlands"),
    "content/data/redirects.yml": (
        "redirects:\n"
        "  - {from: /oud/, to: /verhalen/een-verhaal/}\n"
        "  - {from: /en/old/deep/, to: /en/stories/a-story/}\n"
        "  - {from: /start/, to: /}\n"
    ),
}


Built = tuple[Path, CompletedProcess[str]]
"""A site and what the command said."""


def built_in(root: Path, **environment: str) -> Path:
    """The site of a project, built as an editor does."""
    result = portal("build", cwd=root, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parsed(file: Path) -> LexborHTMLParser:
    """A page as a browser reads it."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def the(file: Path, selector: str) -> LexborNode:
    """The one element of a page that a selector fits."""
    (node,) = parsed(file).css(selector)
    return node


@pytest.fixture(scope="session")
def at_a_terminal(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small project, built into an empty folder by somebody at a terminal."""
    root = make_project(tmp_path_factory.mktemp("small") / "project")
    (root / "site").mkdir()
    return root / "site", portal("build", cwd=root, FORCE_COLOR="1", CI="")


@pytest.fixture(scope="session")
def small(at_a_terminal: Built) -> Path:
    """A small project that was built. A test that changes it copies it first."""
    site, result = at_a_terminal
    assert result.returncode == 0, result.stderr
    return site.parent


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project with pages in one language and redirects, built for a path below the root of its host."""
    root = make_project(tmp_path_factory.mktemp("odd"), ODD)
    return built_in(root, SITE_URL=SITE_URL, PYTHONHASHSEED="1", TZ="Europe/Amsterdam")

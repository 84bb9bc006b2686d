"""Repository: the rules of the house that no tool knows. Each docstring is the reason."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from portal import ROOMS
from portal.schema.entry import collections
from tests.claims import every
from tests.conftest import ROOT

HOOKS = sorted((ROOT / "hooks").glob("*.py"))
PYTHON = sorted((ROOT / "hooks").rglob("*.py"))
TEMPLATES = sorted(path for path in (ROOT / "overrides").rglob("*") if path.is_file())
COMPONENTS = sorted((ROOT / "overrides/components").glob("*.html"))
NOT_OURS = {".git", ".venv", ".cache", "site", "node_modules", "__pycache__", ".pytest_cache", ".mypy_cache",
            ".ruff_cache", ".hypothesis"}  # fmt: skip


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


every_hook = every("hook", HOOKS, _named)
every_module = every("module", PYTHON, _named)
every_template = every("template", TEMPLATES, _named)
every_component = every("component", COMPONENTS, _named)


def _parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(_parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@every_hook
def test_a_hook_is_not_named_like_a_module_of_python(hook: Path) -> None:
    """MkDocs registers a hook under its file name: `calendar.py` would take the place of Python's own."""
    assert hook.stem not in sys.stdlib_module_names


@every_hook
def test_a_hook_does_not_import_a_hook(hook: Path) -> None:
    """MkDocs loads hooks one by one; what two of them need is in hooks/portal."""
    names = {other.stem for other in HOOKS}
    assert {name.split(".")[0] for name in _imports(hook)} & names == set()


@every_hook
def test_a_hook_is_listed_in_mkdocs_yml(hook: Path) -> None:
    """A hook that is not listed does nothing, and nobody hears of it."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    assert _named(hook) in yaml.safe_load(text)["hooks"]


@every_module
def test_a_module_is_named_after_what_it_holds(module: Path) -> None:
    """`utils` holds whatever nobody found a place for."""
    assert module.stem not in ("utils", "util", "helpers", "helper", "common", "misc", "base", "core")


@every_module
def test_python_imports_in_the_ordinary_way(module: Path) -> None:
    """`portal` is installed with the project; a changed path hides what is imported from where."""
    assert "sys.path" not in module.read_text(encoding="utf-8")


@every_module
def test_there_is_no_html_in_python(module: Path) -> None:
    """HTML stands in templates, where it is escaped and where a designer finds it."""
    tree = _parsed(module)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    owners = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docs = {id(line.value) for owner in owners for line in owner.body if isinstance(line, ast.Expr)}
    tag = re.compile(r"(?<!\?P)</?[a-z][a-z0-9]*(?:\s[^>]*)?>")
    assert [node.value for node in nodes if id(node) not in docs and tag.search(str(node.value))] == []


@every_template
def test_the_folder_of_templates_holds_templates_alone(template: Path) -> None:
    """MkDocs copies anything else from overrides/ into the site as it is."""
    assert re.search(r"\{[%{#]", template.read_text(encoding="utf-8"))


@every_template
def test_nothing_but_rendered_markdown_is_trusted(template: Path) -> None:
    """Everything else is escaped: a `safe` too many lets a name in a YAML file become markup.

    `piece.html` is a piece of it, between two terms that are explained.
    """
    text = template.read_text(encoding="utf-8")
    trusted = re.findall(r"([\w.\[\]\"']+)\s*\|\s*safe\b", text)
    assert [what for what in trusted if what not in ("page.content", "piece.html")] == []
    assert "autoescape" not in text
    assert "Markup" not in text


@every_module
def test_no_python_marks_text_as_safe(module: Path) -> None:
    """What is marked as safe in Python escapes the rule for templates."""
    assert not re.search(r"\bMarkup\(|markupsafe", module.read_text(encoding="utf-8"))


def test_no_file_names_the_address_of_a_package_index() -> None:
    """Where packages come from is a matter of the machine: a mirror, a proxy, no network at all."""
    index = re.compile(r"py[p]i\.(?:org|python)|python[h]osted|registry\.npm[j]s|(?<!emit)-index-url\b")
    named = []
    for path in ROOT.rglob("*"):
        if path.is_file() and not NOT_OURS & set(path.relative_to(ROOT).parts) and path != Path(__file__).resolve():
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            named += [_named(path)] if index.search(text) else []
    assert named == []


def test_the_readme_is_read_in_a_minute() -> None:
    """The rest is in the handbook."""
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80


def _handbook(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@every_hook
def test_a_hook_is_in_the_handbook(hook: Path) -> None:
    """A maintainer sees the whole in ten minutes."""
    assert re.search(rf"\b{hook.stem}\.py\b", _handbook("hooks.md"))


@every_component
def test_a_component_is_in_the_handbook(component: Path) -> None:
    """A component that is not known is written again."""
    assert re.search(rf"`{component.stem}[`(]|\b{component.stem}\.html\b", _handbook("templates.md"))


@pytest.mark.parametrize("collection", list(collections()))
def test_a_collection_is_in_the_handbook(collection: str) -> None:
    """An editor finds there what a file may say."""
    assert re.search(rf"`{collection}`|\bdata/{collection}\b", _handbook("content.md"))


@every_module
def test_no_import_runs_back(module: Path) -> None:
    """The folder list is the order of the rooms: what is drawn is never needed by what is read."""
    *room, _ = module.relative_to(ROOT / "hooks").parts
    if len(room) < 2:
        return
    later = ROOMS[ROOMS.index(room[1]) + 1 :]
    assert [
        name for name in _imports(module) if name.split(".")[:1] == ["portal"] and name.split(".")[1] in later
    ] == []


def test_every_room_is_named() -> None:
    """A folder without a place in the order could import from anywhere."""
    assert {path.name for path in (ROOT / "hooks/portal").iterdir() if path.is_dir()} - {"__pycache__"} == set(ROOMS)

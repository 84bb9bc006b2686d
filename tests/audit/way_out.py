"""The way out: with MkDocs and Material uninstalled and ProperDocs in their place, the same site, byte for byte.

`python -m tests.audit.way_out`: in a copy of the environment, which is thrown away. Part of `make audit`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT

PROPERDOCS = "properdocs==1.6.7"
_SOURCES = ("content", "overrides", "hooks", "mkdocs.yml", "pyproject.toml", "docs", ".cache")


def main() -> int:
    """0 when `build` and `publish` work without MkDocs and Material, and no file differs."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "project").mkdir()
        for name in _SOURCES:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, work / "project" / name)
            elif (ROOT / name).is_file():
                shutil.copy(ROOT / name, work / "project" / name)
        environment = Path(shutil.copytree(Path(sys.executable).parent.parent, work / "environment", symlinks=True))
        python = str(environment / "bin/python")
        _built(python, work, "with-mkdocs")
        config = work / "project/mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("name: material", "name: null", 1), encoding="utf-8")
        _built(python, work, "without-material")
        _run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "mkdocs", "mkdocs-material")
        _run(python, "-m", "pip", "install", "--quiet", "--no-deps", PROPERDOCS)
        absent = "import importlib.util as u, sys; sys.exit(any(map(u.find_spec, ('mkdocs', 'material'))))"
        _run(python, "-c", absent)
        _built(python, work, "with-properdocs")
        _portal(python, work, "publish", str(work / "www"), "--no-ask")
        differing = {}
        for other in ("without-material", "with-properdocs"):
            differing[other] = _differing(work / "with-mkdocs", work / other)
            print(
                f"{other}: {len(differing[other])} of {len(_files(work / 'with-mkdocs'))} files differ",
                *differing[other],
            )
        return 1 if any(differing.values()) else 0


def _built(python: str, work: Path, name: str) -> None:
    _portal(python, work, "build", "--out", str(work / name))


def _portal(python: str, work: Path, *arguments: str) -> None:
    _run(python, "-c", "from portal.desk.cli import main; main()", "--root", str(work / "project"), *arguments)


def _run(*command: str) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "SITE_URL": "https://portal.example/"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[1:6])}\n{done.stdout}{done.stderr}")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _differing(one: Path, other: Path) -> list[str]:
    first, second = _files(one), _files(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


if __name__ == "__main__":
    sys.exit(main())

"""The `portal` command as an editor runs it, without importing MkDocs, Pillow and the rest eighty times over.

To import them takes longer than to build a small site. A fork server (`multiprocessing`) does it once; every command is
a process of its own, forked from it, with its own folder, environment and output.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

Result = subprocess.CompletedProcess[str]


def portal(*arguments: str, cwd: Path, **environment: str) -> Result:
    """Run `portal` in a folder; give its exit code and what it said. `environment` adds to that of the tests."""
    everything = {**os.environ, **environment}
    # What Python reads when it starts cannot be told to a process that is forked.
    forked = "forkserver" in multiprocessing.get_all_start_methods()
    if not forked or any(name.startswith("PYTHON") for name in environment):
        return fresh(*arguments, cwd=cwd, environment=everything)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.imported_once"])
    with tempfile.TemporaryDirectory(prefix="said-") as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = context.Process(target=_run, args=(arguments, str(cwd), everything, str(out), str(err)))
        process.start()
        process.join()
        code = process.exitcode
        process.close()
        assert code is not None
        return Result(arguments, code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))


def fresh(*arguments: str, cwd: Path, environment: dict[str, str]) -> Result:
    """Run `portal` in an interpreter of its own."""
    command = [str(Path(sys.executable).with_name("portal")), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _run(arguments: tuple[str, ...], cwd: str, environment: dict[str, str], out: str, err: str) -> None:
    """What a forked process does; it ends with the exit code of the command."""
    for path, stream in ((out, sys.stdout), (err, sys.stderr)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.dup2(file, stream.fileno())
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(cwd)
    sys.argv = ["portal", *arguments]

    from portal.desk.cli import main

    main()

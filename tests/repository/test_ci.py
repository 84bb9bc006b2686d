"""Repository: what runs on GitHub, GitLab and Gitea or Forgejo fits what is here. Nothing is run."""

from __future__ import annotations

import re

import pytest
import yaml

from portal.desk.cli import main
from tests.conftest import ROOT

FILES = (".github/workflows/portal.yml", ".gitea/workflows/portal.yml", ".gitlab-ci.yml")
each_file = pytest.mark.parametrize("file", FILES)


@each_file
def test_every_job_is_there(file: str) -> None:
    data = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    jobs = data.get("jobs", data)
    assert {"check", "look", "publish", "links"} <= set(jobs)


@each_file
def test_what_it_calls_exists(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = set(re.findall(r"\bmake ([a-z]+)", text))
    assert called >= {"test", "build", "install"}
    assert [target for target in called if not re.search(rf"^[a-z ]*\b{target}\b[a-z ]*:", makefile, re.M)] == []
    commands = set(re.findall(r"\bportal ([a-z]+)", text)) - {"github"}
    assert commands >= {"check", "publish", "links"}
    assert commands - set(main.commands) == set()
    assert "portal check --strict" in text


def test_github_and_gitea_run_the_same() -> None:
    one, other = (yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["jobs"] for file in FILES[:2])
    for jobs in (one, other):
        for job in jobs.values():
            job.pop("runs-on")
            job["steps"] = [step for step in job["steps"] if "upload-artifact" not in step.get("uses", "")]
    assert one == other

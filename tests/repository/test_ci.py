"""Repository: what runs on GitHub, GitLab and Gitea or Forgejo fits what is here. Nothing is run."""

from __future__ import annotations

import re

import pytest
import yaml

from portal.publish.ask import Answer
from tests.audit.outside_links import links, looked_at
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
    modules = re.findall(r"python -m (tests[\w.]+)", text)
    assert modules
    assert [name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []
    assert "portal check --strict" in text


def test_github_and_gitea_run_the_same() -> None:
    one, other = (yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["jobs"] for file in FILES[:2])
    for jobs in (one, other):
        for job in jobs.values():
            job.pop("runs-on")
            job["steps"] = [step for step in job["steps"] if "upload-artifact" not in step.get("uses", "")]
    assert one == other


def test_a_link_that_is_gone_is_named_with_its_file_and_one_that_refuses_programs_is_not() -> None:
    answers = {
        "https://a.example/": 404,
        "https://b.example/": 403,
        "https://c.example/": 200,
        "https://d.example/": 301,
    }

    def ask(url: str) -> Answer:
        if url not in answers:
            raise OSError("no such host")
        return Answer(answers[url], {"location": "https://e.example/"}, b"")

    found = {url: ["content/x.yml"] for url in [*answers, "https://f.example/"]}
    assert looked_at(found, ask) == [
        "content/x.yml: https://a.example/ answers 404",
        "content/x.yml: https://d.example/ has moved to https://e.example/",
        "content/x.yml: https://f.example/ does not answer (no such host)",
    ]


def test_links_elsewhere_are_found() -> None:
    assert len(links()) > 50
    assert all(url.startswith("http") and files for url, files in links().items())

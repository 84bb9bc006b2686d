"""A page that is kept is the page that would be drawn. Build layer: a small project, built in this process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from portal.checks import read_site
from portal.engine.build import build_into
from portal.model.asked import Notes, PastTheNotesError, plain
from portal.model.site import Site
from portal.schema.partner import Partner
from tests.build.warm_and_cold import Edits, built, everything
from tests.conftest import Project

SEQUENCES = int(os.environ.get("PORTAL_SEQUENCES", "10"))
FEW = SEQUENCES <= 10
"""What `make test` has time for; `make audit` makes more of them, and longer."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, so that its pages are kept."""
    root = everything(tmp_path_factory.mktemp("kept") / "project")
    assert not isinstance(built(root), str)
    return root


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "project"))


def test_after_any_edits_the_site_is_the_one_that_is_built_from_nothing(base: Path) -> None:
    class OfThisProject(Edits):
        pass

    OfThisProject.base = base
    OfThisProject.each_step = not FEW
    few = settings(
        max_examples=SEQUENCES,
        stateful_step_count=3 if FEW else 12,
        deadline=None,
        derandomize=FEW,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(OfThisProject, settings=few)


def _kept(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / ".cache/pages").iterdir()}


def _asked(root: Path) -> dict[str, dict[str, str]]:
    """What each page asked, as it is kept."""
    heads = {name: json.loads(content[32:].partition(b"\n")[0]) for name, content in _kept(root).items()}
    return {name: {json.dumps(question): answer for question, answer in asked} for name, (_, _, asked) in heads.items()}


def drawn(root: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages that a build draws, by their source; one a language always is."""
    from portal.engine.kept_pages import KeptPages

    pages = set()
    write = KeptPages.write

    def noted(self: KeptPages, page: Any, *more: Any) -> None:
        pages.add(page.source)
        write(self, page, *more)

    with monkeypatch.context() as patched:
        patched.setattr(KeptPages, "write", noted)
        assert not isinstance(built(root), str)
    return pages


def _edited(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_what_nobody_changed_is_not_drawn(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(drawn(root, monkeypatch)) == 2


def test_a_new_text_is_drawn_where_it_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    always = drawn(root, monkeypatch)
    _edited(root, "content/nl/index.md", "Text.", "Een andere tekst.")
    assert drawn(root, monkeypatch) - always == {"nl/index.md"}


def test_a_new_name_is_drawn_wherever_it_is_shown(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    always = drawn(root, monkeypatch)
    _edited(root, "content/data/partners/lab.yml", "en: Laboratory", "en: Workshop")
    again = drawn(root, monkeypatch) - always
    assert {"en/partners/lab.md", "en/partners/index.md", "en/stories/third.md"} <= again
    assert {"en/guide/index.md", "en/clusters/index.md", "en/404.md"}.isdisjoint(again)


def test_a_damaged_page_is_drawn_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = built(root)
    for path in (root / ".cache/pages").iterdir():
        path.write_bytes(path.read_bytes().replace(b"</main>", b"<b></main>"))
    assert len(drawn(root, monkeypatch)) == len(read_site(root).pages)
    assert built(root) == before


def test_of_a_page_that_is_gone_nothing_is_kept(root: Path) -> None:
    before = _kept(root)
    for locale in ("nl", "en"):
        (root / f"content/{locale}/stories/third.md").unlink()
    assert not isinstance(built(root), str)
    assert len(_kept(root)) == len(before) - 2


def test_who_may_have_a_hand_in_pages_stops_the_keeping(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / ".cache/pages")
    out = tmp_path / "site"
    out.mkdir()
    build_into(root, out, out, read_site(root), other=SimpleNamespace(on_post_page=lambda output, page, config: output))
    assert not (root / ".cache/pages").exists()


def test_what_a_page_asks_does_not_depend_on_which_was_drawn_before_it(root: Path) -> None:
    """An answer that one page leaves for the next would be missing from the questions of that one."""
    backwards = (
        "from mkdocs.plugins import event_priority\n\n\n@event_priority(-1000)\ndef on_env(env, config, files):\n"
        "    found = list(files)[::-1]\n    [files.remove(file) for file in found]\n"
        "    [files.append(file) for file in found]\n"
    )
    asked = _asked(root)
    (root / "hooks/backwards.py").write_text(backwards, encoding="utf-8")
    _edited(root, "mkdocs.yml", "hooks:\n", "hooks:\n  - hooks/backwards.py\n")
    assert not isinstance(built(root), str)
    assert _asked(root) == asked


_OPENED: list[str] = []
_LISTENING: list[Notes] = []


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _LISTENING and _LISTENING[-1].taken:
        _OPENED.append(str(arguments[0]))


def test_while_a_page_is_drawn_nobody_reads_the_content(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / ".cache/pages")
    begin = Notes.begin

    def listened(notes: Notes) -> None:
        _LISTENING.append(notes)
        begin(notes)

    monkeypatch.setattr(Notes, "begin", listened)
    sys.addaudithook(_listen)
    assert not isinstance(built(root), str)
    _LISTENING.clear()
    assert [path for path in _OPENED if str(root / "content") in path] == []
    assert _OPENED, "templates were opened"


@pytest.fixture
def notes(project: Project) -> Notes:
    return Notes(read_site(project()))


def test_a_view_that_goes_past_the_notes_is_refused(notes: Notes) -> None:
    assert notes.site.content.pages
    notes.begin()
    with pytest.raises(PastTheNotesError, match="not for its 'content'"):
        _ = notes.site.content
    with pytest.raises(PastTheNotesError, match="not for its '_entries'"):
        _ = notes.site._entries


def test_a_question_that_nobody_can_ask_again_is_refused(notes: Notes) -> None:
    with pytest.raises(PastTheNotesError, match="another build could not ask it again"):
        plain(lambda site: site.day)


def test_a_site_with_notes_answers_as_any_other(project: Project) -> None:
    site = read_site(project())
    notes = Notes(site)
    for taking in (False, True):
        if taking:
            notes.begin()
        assert list(notes.site.pages) == list(site.pages)
        assert list(notes.site.pages.values()) == list(site.pages.values())
        assert notes.site.all(Partner)["hospital"] is site.all(Partner)["hospital"]
        assert ("hospital" in notes.site.entries("partners"), "nobody" in notes.site.entries("partners")) == (
            True,
            False,
        )
        assert len(notes.site.entries("partners")) == len(site.entries("partners"))
        assert notes.site.string("site.name", "nl") == site.string("site.name", "nl")
        assert notes.site.once(_count, "nl") == site.once(_count, "nl")


def _count(site: Site, locale: str) -> int:
    return sum(1 for of, _ in site.pages if of == locale)


@dataclass(frozen=True)
class _Holder:
    site: Site


def _holder(site: Site) -> _Holder:
    return _Holder(site)


def test_an_answer_that_holds_the_site_is_another_when_anything_is(project: Project) -> None:
    root = project()
    notes = Notes(read_site(root))
    notes.begin()
    notes.site.once(_holder)
    asked = notes.end()
    _edited(root, "content/en/index.md", "Text.", "Another text.")
    assert Notes(read_site(root)).answer(*asked) not in asked.values()


HASHED = (
    "from portal.model.exact import Exact;"
    "print(Exact().of([{'a', 'bb', 'ccc'}, {'x': frozenset('abcdef')}, {frozenset('uvw'), frozenset('xyz')}]))"
)


def test_an_answer_has_the_same_hash_in_every_process() -> None:
    hashes = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2, 3)
    }
    assert len(hashes) == 1
    assert len(hashes.pop().strip()) == 32


def test_another_build_asks_the_same_questions(project: Project) -> None:
    root = project()
    notes = Notes(read_site(root))
    notes.begin()
    site = notes.site
    site.page_of(site.all(Partner)["hospital"], "en")
    site.once(_count, "nl")
    _ = site.pages["nl", "index"].body
    _ = site.day
    _ = site.entries("partners").get("nobody")
    asked = notes.end()
    assert len(asked) == 7
    again = Notes(read_site(root))
    assert {question: again.answer(question) for question in asked} == asked
    _edited(root, "content/nl/index.md", "Text.", "Tekst.")
    changed = Notes(read_site(root))
    differ = [question for question in asked if changed.answer(question) != asked[question]]
    assert [question[-1] for question in differ] == [("name", "body")]

"""How the preview follows what is saved. Build layer: its parts in this process, on a small project."""

from __future__ import annotations

import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.desk.preview import Preview
from portal.desk.watching import saved
from tests.conftest import SMALL, STORY, Project

FILE = "content/en/stories/a-story.md"
ADDRESS = "/en/stories/a-story/"


@pytest.fixture
def root(project: Project) -> Path:
    return project()


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Preview:
    """The preview of a small project, at work."""
    preview = Preview(root, tmp_path / "drafts", "http://127.0.0.1:8000/")
    preview.begin()
    assert preview.problem == ""
    return preview


def save(preview: Preview, root: Path, old: str, new: str) -> None:
    (root / FILE).write_text(str(SMALL[FILE]).replace(old, new), encoding="utf-8")
    preview.saved({root / FILE})


def shown(preview: Preview, address: str = ADDRESS) -> str:
    return (preview.file(address) or b"").decode()


def test_only_the_page_that_is_asked_for_is_drawn(preview: Preview) -> None:
    assert preview._drafts
    folder = preview._drafts.folder
    assert not (folder / "en/stories/a-story/index.html").exists()
    assert "A second paragraph" in shown(preview)
    assert (folder / "en/stories/a-story/index.html").exists()
    assert not (folder / "verhalen/een-verhaal/index.html").exists()


def test_a_page_in_the_preview_is_the_page_that_is_built(preview: Preview, small: Path) -> None:
    built = (small / "site/en/stories/a-story/index.html").read_text(encoding="utf-8")
    assert shown(preview).replace("http://127.0.0.1:8000/", "https://intonijmegen.example/") == built


def test_a_page_in_the_preview_is_there_as_markdown_too(preview: Preview, root: Path) -> None:
    assert "A second paragraph" in shown(preview, f"{ADDRESS}index.md")
    save(preview, root, "A second", "A third")
    assert "A third paragraph" in shown(preview, f"{ADDRESS}index.md")


def test_what_is_saved_is_shown_before_it_is_checked(preview: Preview, root: Path) -> None:
    save(preview, root, "partners: [hospital]", "partners: [hospital]\nseries: nowhere")
    before = preview.moment
    assert preview.problem == ""
    preview.rest(1)
    assert "nowhere" in preview.problem
    assert preview.moment == before + 1


def test_a_page_that_cannot_be_drawn_shows_what_the_checks_say_above_what_it_was(preview: Preview, root: Path) -> None:
    before = shown(preview)
    save(preview, root, "cluster: health", "cluster: nowhere")
    assert shown(preview) == before
    assert "cluster" in preview.problem
    assert "Traceback" not in preview.problem
    assert b"nowhere" in preview.notice()


def test_what_stays_the_same_loads_no_page_again(preview: Preview, root: Path) -> None:
    moment = preview.moment
    save(preview, root, "no such words", "")
    assert preview.moment == moment


def test_a_new_title_changes_every_page_that_names_it(preview: Preview, root: Path) -> None:
    assert "A story" in shown(preview, "/en/stories/")
    save(preview, root, "title: A story", "title: Told anew")
    assert "Told anew" in shown(preview, "/en/stories/")


def test_a_new_address_is_followed(preview: Preview, root: Path) -> None:
    save(preview, root, "slug: a-story", "slug: elsewhere")
    assert preview.file(ADDRESS) is None
    assert "A second paragraph" in shown(preview, "/en/stories/elsewhere/")


def test_styles_take_the_place_of_the_old_ones_without_loading_the_page(
    preview: Preview, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = preview.since(0, 0)["moment"]
    assert isinstance(before, int)
    monkeypatch.setattr("portal.assets.published._css", lambda: "a{color:red}")
    preview.saved({root / "hooks/portal/assets/css/1-tokens.css"})
    told = preview.since(before, 0)
    assert told["moment"] == before + 1
    assert preview.file(str(told["styles"])) is not None
    assert str(told["styles"]).split("/")[-1] in shown(preview)


def test_what_stands_beside_the_pages_is_made_for_who_asks_for_it(preview: Preview, root: Path) -> None:
    save(preview, root, "A second", "Another")
    assert not preview._settled
    assert preview.file("/robots.txt") is not None
    assert not preview._settled, "it was there"
    assert preview.file("/nothing.json") is None
    assert preview._settled, "it might have been new"


def test_while_there_is_no_page_yet_one_says_so(root: Path, tmp_path: Path) -> None:
    preview = Preview(root, tmp_path / "drafts", "http://127.0.0.1:8000/")
    with preview._busy:
        asked: list[bytes | None] = []
        asking = threading.Thread(target=lambda: asked.append(preview.file("/")))
        asking.start()
        asking.join(10)
    assert asked == [None]
    assert "The site is being read and checked." in preview.waiting().decode()


def test_a_mistake_at_the_start_is_shown_and_mended(root: Path, tmp_path: Path) -> None:
    (root / FILE).write_text(str(SMALL[FILE]).replace("title: A story\n", ""), encoding="utf-8")
    preview = Preview(root, tmp_path / "drafts", "http://127.0.0.1:8000/")
    preview.begin()
    assert preview.file(ADDRESS) is None
    assert "&#39;title&#39; is missing" in preview.waiting().decode()
    save(preview, root, "no such words", "")
    assert preview.problem == ""
    assert "A second paragraph" in shown(preview)


def test_who_asks_while_it_is_read_waits_and_gets_the_new_page(preview: Preview, root: Path) -> None:
    got: list[str] = []
    (root / FILE).write_text(str(SMALL[FILE]).replace("A second", "A new"), encoding="utf-8")
    with preview._busy:
        asking = threading.Thread(target=lambda: got.append(shown(preview)))
        asking.start()
        asking.join(0.05)
        assert got == []
        preview.saved({root / FILE})
    asking.join(10)
    assert "A new paragraph" in got[0]


def test_the_memory_stays_flat(preview: Preview, root: Path) -> None:
    def edits(first: int, last: int) -> int:
        for number in range(first, last):
            save(preview, root, "A second", f"Number {number}, a")
            assert f"Number {number}" in shown(preview)
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        few = edits(0, 10)
        many = edits(10, 40)
    finally:
        tracemalloc.stop()
    assert many - few < 1_500_000


@pytest.fixture
def seen(root: Path) -> Iterator[Iterator[set[Path]]]:
    stop = threading.Event()
    yield saved(root, stop)
    stop.set()


def what(seen: Iterator[set[Path]], wanted: Path) -> bool:
    """Whether a file is among those that were saved, soon enough."""
    return any(wanted in next(seen) for _ in range(40))


def test_a_file_that_is_saved_is_seen(root: Path, seen: Iterator[set[Path]]) -> None:
    assert next(seen) == set()
    (root / FILE).write_text("---\n", encoding="utf-8")
    assert what(seen, root / FILE)


def test_what_an_editor_keeps_for_itself_is_not_seen(root: Path, seen: Iterator[set[Path]]) -> None:
    next(seen)
    for name in (".a-story.md.swp", "a-story.md~", ".#a-story.md"):
        (root / FILE).with_name(name).write_text("x", encoding="utf-8")
    assert [next(seen) for _ in range(2)] == [set(), set()]


def test_three_hundred_files_at_once_are_seen_together(root: Path, seen: Iterator[set[Path]]) -> None:
    next(seen)
    for number in range(300):
        (root / f"content/en/stories/story-{number}.md").write_text(STORY, encoding="utf-8")
    times = 0
    last = root / "content/en/stories/story-299.md"
    while times < 40 and last not in next(seen):
        times += 1
    assert times < 10


def test_a_folder_that_goes_and_comes_back_is_seen(root: Path, seen: Iterator[set[Path]]) -> None:
    next(seen)
    (root / "content").rename(root / "aside")
    assert what(seen, root / "content")
    (root / "aside").rename(root / "content")
    assert what(seen, root / "content")
    (root / FILE).write_text("---\n", encoding="utf-8")
    assert what(seen, root / "content"), "once more, now that it is watched again"
    (root / FILE).write_text("---\nmore", encoding="utf-8")
    assert what(seen, root / FILE)


def test_the_configuration_is_seen_when_it_is_replaced(root: Path, seen: Iterator[set[Path]]) -> None:
    next(seen)
    new = root / "new.yml"
    new.write_bytes((root / "mkdocs.yml").read_bytes())
    new.replace(root / "mkdocs.yml")
    assert what(seen, root / "mkdocs.yml")

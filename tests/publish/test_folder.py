"""A folder that is replaced as a whole. Publish layer: plain folders, no site is built."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from portal.publish import folder
from portal.publish.folder import FolderError, replaced
from portal.publish.lock import LockedError, locked
from portal.publish.manifest import NAME, Manifest

OLD = {"index.html": "old", "assets/site.0123456789.css": "a {}", "gone/index.html": "gone"}
NEW = {"index.html": "new", "assets/site.0123456789.css": "a {}", "en/index.html": "new"}


def write(target: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")


def publish(out: Path, files: dict[str, str], also: Callable[[Path], object] = lambda new: None) -> None:
    """Replace a folder by one with these files; `also` is called when they are written."""
    with replaced(out) as new:
        write(new, files)
        also(new)


def fails(_: Path) -> None:
    raise ZeroDivisionError


def held(out: Path) -> dict[str, str]:
    """What is in a folder, our mark aside."""
    files = [path for path in out.rglob("*") if path.is_file() and path.name != NAME]
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a site of ours."""
    publish(tmp_path / "site", OLD)
    return tmp_path / "site"


@contextmanager
def two_renames(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that cannot let two folders change places in one step."""
    with monkeypatch.context() as patched:
        patched.setattr(folder, "exchange", lambda one, other: False)
        yield


def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it(out: Path) -> None:
    publish(out, NEW)
    assert held(out) == NEW
    assert list(out.parent.iterdir()) == [out]


def test_where_there_is_no_exchange_two_renames_do_the_same(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_renames(monkeypatch):
        publish(out, NEW)
    assert held(out) == NEW
    assert list(out.parent.iterdir()) == [out]


def test_an_error_while_building_leaves_the_old_site(out: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        publish(out, NEW, fails)
    assert held(out) == OLD
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("name", ["mine.txt", "en/mine.txt", ".htaccess"])
def test_a_folder_of_ours_into_which_somebody_put_something_is_refused(out: Path, name: str) -> None:
    write(out, {name: "mine"})
    with pytest.raises(FolderError, match=f"files that are not a site of ours \\({name}\\)"):
        publish(out, NEW)
    assert held(out) == {**OLD, name: "mine"}


def test_what_is_put_there_during_the_build_is_not_deleted(out: Path) -> None:
    with pytest.raises(FolderError, match=r"mine\.txt"):
        publish(out, NEW, lambda new: write(out, {"mine.txt": "mine"}))
    assert held(out) == {**OLD, "mine.txt": "mine"}


def test_what_looking_at_a_folder_leaves_is_nobodys_work(out: Path) -> None:
    write(out, {".DS_Store": "", "en/Thumbs.db": ""})
    publish(out, NEW)
    assert held(out) == NEW


def test_the_site_of_another_program_is_refused(tmp_path: Path) -> None:
    files = {"index.html": "theirs", "sitemap.xml": "theirs", "404.html": "theirs", "thesis.doc": "theirs"}
    write(tmp_path / "site", files)
    with pytest.raises(FolderError, match=r"404\.html"):
        publish(tmp_path / "site", NEW)
    assert held(tmp_path / "site") == files


def test_a_link_is_refused_and_what_it_leads_to_is_left_alone(out: Path) -> None:
    link = out.with_name("link")
    link.symlink_to(out)
    with pytest.raises(FolderError, match=f"is a link to {out}"):
        publish(link, NEW)
    assert link.is_symlink()
    assert held(out) == OLD


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderError, match="is not a folder"):
        publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_a_fifo_is_refused_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site")
    with pytest.raises(FolderError, match="is not a folder"):
        publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").is_fifo()


def test_a_link_in_what_was_built_is_refused(out: Path) -> None:
    with pytest.raises(FolderError, match=r"made 'secret\.html'"):
        publish(out, NEW, lambda new: (new / "secret.html").symlink_to("/etc/hostname"))
    assert held(out) == OLD


def test_everybody_may_read_the_site_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path / "www/site", NEW)
    finally:
        os.umask(before)
    site = tmp_path / "www/site"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [site.parent, site, *site.rglob("*")]}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o644}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}


def test_an_unchanged_file_keeps_its_time_and_a_changed_one_is_later_by_a_second_at_least(out: Path) -> None:
    """Servers make the ETag of time and length: browsers must keep what is the same, and drop what is not."""
    before = {name: (out / name).stat().st_mtime_ns for name in OLD}
    publish(out, NEW)
    css = "assets/site.0123456789.css"
    assert (out / css).stat().st_mtime_ns == before[css]
    assert (out / "index.html").stat().st_mtime_ns >= before["index.html"] + 1_000_000_000


def test_the_manifest_names_every_file_with_its_hash(out: Path) -> None:
    manifest = Manifest.read(out)
    assert manifest is not None
    assert sorted(manifest.files) == sorted(OLD)
    assert manifest.digest == Manifest.of(out).digest
    (out / "index.html").write_text("other", encoding="utf-8")
    assert manifest.digest != Manifest.of(out).digest


@pytest.mark.parametrize("damage", [b"x", b"0" * 64 + b" index.html\n", b"\xff\xfe"])
def test_a_folder_whose_manifest_is_damaged_is_not_taken_for_ours(out: Path, damage: bytes) -> None:
    (out / NAME).write_bytes(damage)
    with pytest.raises(FolderError, match="not a site of ours"):
        publish(out, NEW)
    assert held(out) == OLD


def test_two_at_once_is_refused_with_a_word_about_who_is_at_it(out: Path) -> None:
    def another(_: Path) -> None:
        with pytest.raises(FolderError, match=rf"at work here \(process {os.getpid()} @ "):
            publish(out, OLD)

    publish(out, NEW, another)
    assert held(out) == NEW


def test_a_lock_that_a_dead_process_left_behind_holds_nobody_up(out: Path) -> None:
    (out.parent / ".site.lock").write_text("99999 @ elsewhere\n", encoding="utf-8")
    publish(out, NEW)
    assert list(out.parent.iterdir()) == [out]


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), locked(lock):
        1 / 0  # noqa: B018
    with locked(lock), pytest.raises(LockedError), locked(lock):
        pass
    assert not lock.exists()


def test_the_next_start_puts_back_what_a_kill_between_two_renames_took_away(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.rename(out.with_name(".site.old"))  # as the first rename does
    left = out.with_name(".site.new")
    left.mkdir()
    write(left, {NAME: "", "half.html": "half"})
    with pytest.raises(ZeroDivisionError):  # even when the next build fails
        publish(out, NEW, fails)
    assert held(out) == OLD
    assert list(out.parent.iterdir()) == [out]


def test_a_folder_of_somebody_else_under_our_name_is_not_deleted(out: Path) -> None:
    theirs = out.with_name(".site.new")
    theirs.mkdir()
    write(theirs, {"thesis.doc": "theirs"})
    with pytest.raises(FolderError, match=r"thesis\.doc"):
        publish(out, NEW)
    assert held(theirs) == {"thesis.doc": "theirs"}
    assert held(out) == OLD

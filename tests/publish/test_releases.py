"""Releases in a folder of this machine. Publish layer: sites of a few files, nothing is built."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path

import brotli
import pytest
import zstandard

from portal.publish.folder import FolderError
from portal.publish.releases import KEPT, Store
from portal.publish.verify import verify
from tests.publish.site import URL, files, number_online, publish, stylesheet, write


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "www", durable=False)


def test_a_release_is_whole_and_online(store: Store) -> None:
    id_ = publish(store, 1)
    assert re.fullmatch(r"\d{8}-\d{6}-[0-9a-f]{8}", id_)
    assert (store.current, store.ids()) == (id_, [id_])
    assert number_online(store.link) == 1
    assert sorted(path.name for path in store.folder.iterdir()) == ["current", "releases"]


def test_five_releases_are_kept_and_the_newest_is_online(store: Store) -> None:
    ids = [publish(store, number) for number in range(8)]
    assert store.ids() == ids[: -KEPT - 1 : -1]
    assert number_online(store.link) == 7


def test_the_release_before_comes_back_and_so_does_any_other(store: Store) -> None:
    ids = [publish(store, number) for number in range(3)]
    with store.held():
        store.switch(store.before() or "")
    assert number_online(store.link) == 1
    with store.held():
        store.switch(ids[0])
    assert number_online(store.link) == 0
    assert store.before() is None


def test_the_release_that_is_online_is_never_deleted(store: Store) -> None:
    first = publish(store, 0)
    for number in range(1, 9):
        publish(store, number)
        with store.held():
            store.switch(first)
    assert first in store.ids()
    assert number_online(store.link) == 0


@pytest.mark.parametrize("id_", ["nonsense", "../../etc", "20200101-000000-00000000"])
def test_a_release_that_is_not_there_is_refused_with_those_that_are(store: Store, id_: str) -> None:
    there = publish(store, 1)
    with store.held(), pytest.raises(FolderError, match=f"Choose one of: {there}"):
        store.switch(id_)


def test_a_release_that_was_damaged_does_not_come_back(store: Store) -> None:
    first = publish(store, 1)
    publish(store, 2)
    (store.folder / "releases" / first / "index.html").write_text("damaged", encoding="utf-8")
    with store.held(), pytest.raises(FolderError, match="There is no whole release"):
        store.switch(first)
    assert number_online(store.link) == 2


def test_a_page_of_the_release_before_still_finds_its_stylesheet_and_of_the_one_before_that_no_more(
    store: Store,
) -> None:
    for number in range(3):
        publish(store, number)
    assert (store.link / stylesheet(2)).is_file()
    assert (store.link / stylesheet(1)).is_file()
    assert not (store.link / stylesheet(0)).exists()
    assert not (store.link / "only-1").exists(), "a page is not carried"


def test_the_same_content_is_no_new_release_and_every_file_keeps_its_time(store: Store) -> None:
    publish(store, 1)
    id_ = publish(store, 2)
    before = {path: path.stat().st_mtime_ns for path in (store.link).rglob("*")}
    assert publish(store, 2) == id_
    assert {path: path.stat().st_mtime_ns for path in (store.link).rglob("*")} == before


def test_what_is_the_same_in_the_next_release_keeps_its_time(store: Store) -> None:
    publish(store, 1)
    same = [
        store.link / "robots.txt",
        store.link / "assets/same.0123456789.js",
        store.link / "assets/same.0123456789.js.br",
    ]
    before = [path.stat().st_mtime_ns for path in same]
    publish(store, 2)
    assert [path.stat().st_mtime_ns for path in same] == before


def test_each_text_file_stands_there_compressed_three_ways(store: Store) -> None:
    publish(store, 1)
    for name in ("index.html", stylesheet(1), "assets/same.0123456789.js"):
        content = (store.link / name).read_bytes()
        assert brotli.decompress((store.link / f"{name}.br").read_bytes()) == content
        assert zstandard.ZstdDecompressor().decompress((store.link / f"{name}.zst").read_bytes()) == content
        assert gzip.decompress((store.link / f"{name}.gz").read_bytes()) == content
    assert not (store.link / "robots.txt.br").exists(), "it would not become smaller"


@pytest.mark.parametrize("name", ["thesis.doc", "releases.txt"])
def test_a_folder_with_anything_else_in_it_is_refused(store: Store, name: str) -> None:
    publish(store, 1)
    (store.folder / name).write_text("mine", encoding="utf-8")
    with pytest.raises(FolderError, match=f"not a site of ours \\({name}\\)"):
        publish(store, 2)
    assert number_online(store.link) == 1


def test_a_folder_called_current_that_is_no_link_is_refused(store: Store) -> None:
    (store.link / "mine").mkdir(parents=True)
    with pytest.raises(FolderError, match="current"):
        publish(store, 1)


def test_two_at_once_is_refused(store: Store) -> None:
    with store.held(), pytest.raises(FolderError, match="at work here"):
        publish(store, 1)


def test_a_link_that_leads_nowhere_is_pointed_at_the_newest_whole_release(store: Store) -> None:
    publish(store, 1)
    store.link.unlink()
    store.link.symlink_to("releases/20200101-000000-00000000")
    with store.held():
        assert number_online(store.link) == 1


@pytest.fixture
def release(store: Store) -> Path:
    """A release that is whole."""
    publish(store, 1)
    return store.link.resolve()


def test_a_whole_release_may_go_online(release: Path) -> None:
    assert verify(release, URL) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("index.html", "changed", "index.html: not what was built."),
        ("more.html", "more", "more.html: not what was built."),
    ],
)
def test_a_file_that_is_not_what_was_built_is_found(release: Path, name: str, text: str, said: str) -> None:
    (release / name).write_text(text, encoding="utf-8")
    assert verify(release, URL) == [said]


def test_a_file_that_is_gone_is_found(release: Path) -> None:
    (release / "404.html").unlink()
    assert verify(release, URL) == ["404.html: not what was built.", "404.html: missing."]


@pytest.mark.parametrize("link", ["/nowhere/", "nowhere.css", "https://localhost/nowhere", "../../nowhere/"])
def test_a_link_that_leads_nowhere_is_found(store: Store, link: str) -> None:
    with store.held(), store.release() as release:
        write(release.folder, 1)
        (release.folder / "en/index.html").write_text(f'<a href="{link}">x</a>', encoding="utf-8")
        release.finish()
        assert verify(release.folder, URL) == [f"en/index.html: the link '{link}' leads to no file."]


def test_links_elsewhere_are_not_followed(store: Store) -> None:
    with store.held(), store.release() as release:
        write(release.folder, 1)
        text = '<a href="https://other.example/x"></a><a href="mailto:a@example.org"></a><a href="#here"></a>'
        (release.folder / "en/index.html").write_text(text, encoding="utf-8")
        release.finish()
        assert verify(release.folder, URL) == []


def test_a_file_that_is_too_heavy_is_found(store: Store) -> None:
    with store.held(), store.release() as release:
        write(release.folder, 1)
        (release.folder / "heavy.woff2").write_bytes(os.urandom(50_000))
        release.finish()
        (line,) = verify(release.folder, URL)
    assert line.startswith("heavy.woff2: ")
    assert line.endswith(" bytes compressed; at most 40000.")


def test_the_small_site_has_what_the_tests_say_of_it() -> None:
    assert files(1)["robots.txt"] == files(2)["robots.txt"]
    assert files(1)["index.html"] != files(2)["index.html"]

"""A place elsewhere, brought in line file by file. Publish layer: rsync between folders, and a mirror in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.publish.manifest import NAME, Manifest
from portal.publish.mirror import RETIRED, MirrorError, Plan, bring
from portal.publish.releases import Store
from portal.publish.remote import Remote
from tests.publish.site import files, publish, stylesheet


class InMemory:
    """A mirror that notes what is done to it, in its order."""

    packs = False

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.done: list[str] = []

    def read(self, name: str) -> bytes | None:
        return self.files.get(name)

    def strange(self) -> str | None:
        return next(iter(self.files), None)

    def send(self, release: Path, names: list[str], manifest: Manifest, before: Manifest) -> None:
        for name in names:
            if manifest.files[name] != before.files.get(name):
                self.put(name, (release / name).read_bytes())

    def put(self, name: str, content: bytes) -> None:
        self.done.append(name)
        self.files[name] = content

    def delete(self, names: list[str]) -> None:
        for name in names:
            self.done.append(f"-{name}")
            self.files.pop(name, None)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", durable=False)


@pytest.fixture
def mirror() -> InMemory:
    return InMemory()


def release(store: Store, number: int, mirror: InMemory) -> list[str]:
    """Publish a release and bring the mirror in line; what was done, in its order, our marks aside."""
    mirror.done.clear()
    publish(store, number)
    bring(mirror, store.link.resolve())
    return [name for name in mirror.done if name not in (NAME, RETIRED)]


def test_a_mirror_has_every_file_once(store: Store, mirror: InMemory) -> None:
    release(store, 1, mirror)
    assert set(mirror.files) - {NAME, RETIRED} == set(files(1))


def test_what_is_named_by_nobody_yet_comes_first(store: Store, mirror: InMemory) -> None:
    release(store, 1, mirror)
    done = release(store, 2, mirror)
    pages = [done.index(name) for name in files(2) if name.endswith(".html")]
    assert done.index(stylesheet(2)) < min(pages)


def test_what_is_the_same_is_not_sent_again(store: Store, mirror: InMemory) -> None:
    release(store, 1, mirror)
    assert {"robots.txt", "assets/same.0123456789.js"} & set(release(store, 2, mirror)) == set()


def test_what_a_release_no_longer_has_goes_one_release_later(store: Store, mirror: InMemory) -> None:
    release(store, 1, mirror)
    assert [name for name in release(store, 2, mirror) if name.startswith("-")] == []
    assert {"only-1/index.html", stylesheet(1)} <= set(mirror.files)
    done = release(store, 3, mirror)
    assert done[-1] == "-only-1/index.html"
    assert "only-1/index.html" not in mirror.files
    assert stylesheet(1) in mirror.files, "release 2 carried it, so it is retired with release 3"
    release(store, 4, mirror)
    assert stylesheet(1) not in mirror.files


def test_a_place_that_holds_something_else_is_refused(store: Store, mirror: InMemory) -> None:
    mirror.files["thesis.doc"] = b"theirs"
    publish(store, 1)
    with pytest.raises(MirrorError, match=r"thesis\.doc"):
        bring(mirror, store.link.resolve())
    assert mirror.files == {"thesis.doc": b"theirs"}


def test_what_somebody_else_put_there_later_is_left_alone(store: Store, mirror: InMemory) -> None:
    release(store, 1, mirror)
    mirror.files["thesis.doc"] = b"theirs"
    for number in (2, 3, 4):
        release(store, number, mirror)
    assert mirror.files["thesis.doc"] == b"theirs"


@pytest.mark.parametrize("calls", range(1, 14))
def test_wherever_it_is_cut_off_the_next_run_makes_it_good(store: Store, calls: int) -> None:
    class CutOff(InMemory):
        left = 1000

        def put(self, name: str, content: bytes) -> None:
            self._count()
            super().put(name, content)

        def delete(self, names: list[str]) -> None:
            self._count()
            super().delete(names)

        def _count(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise MirrorError

    mirror = CutOff()
    release(store, 1, mirror)
    release(store, 2, mirror)
    mirror.left = calls
    publish(store, 3)
    try:
        bring(mirror, store.link.resolve())
    except MirrorError:
        page = mirror.files["index.html"].decode()
        assert page.partition('href="/')[2].partition('"')[0] in mirror.files, "a page never lacks its stylesheet"
    mirror.left = 1000
    for number in (4, 5, 6):
        release(store, number, mirror)
    wanted = {*files(6), stylesheet(5), *files(5)}
    assert set(mirror.files) - {NAME, RETIRED} - wanted <= {stylesheet(4)}


def test_a_plan_deletes_nothing_that_the_release_has() -> None:
    plan = Plan.of(["a.html"], ["a.html", "b.html"], ["a.html", "c.html"])
    assert (plan.gone, plan.retired) == (["c.html"], ["b.html"])


@pytest.mark.parametrize("address", ["-e evil:/x", "host", "host:relative", "host:/a b", "a:/x;rm", "host:/$(x)"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(MirrorError, match="is no folder on another machine"):
        Remote(address)

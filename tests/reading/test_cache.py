"""What was made before proves itself. Reading layer: files in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.assets.cache import Cache


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path / "cache")
    cache.write("a.png", b"the picture")
    return cache


def test_what_was_written_is_read(cache: Cache, tmp_path: Path) -> None:
    cache.copy("a.png", tmp_path / "site/a.png")
    assert cache.read("a.png") == (tmp_path / "site/a.png").read_bytes() == b"the picture"
    assert cache.holds(["a.png"])


@pytest.mark.parametrize("damage", ["cut off", "empty", "one bit", "another file"])
def test_what_was_damaged_is_made_again_and_never_read(cache: Cache, damage: str) -> None:
    file = cache.folder / "a.png"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    damaged = {"cut off": file.read_bytes()[:-1], "empty": b"", "one bit": bytes(content), "another file": b"x" * 99}
    file.write_bytes(damaged[damage])
    assert cache.read("a.png") is None
    assert not cache.holds(["a.png"])
    assert cache.kept("a.png", lambda: b"the picture") == b"the picture"
    assert cache.read("a.png") == b"the picture"


def test_what_was_damaged_is_not_copied_to_the_site(cache: Cache, tmp_path: Path) -> None:
    (cache.folder / "a.png").write_bytes(b"x" * 99)
    with pytest.raises(FileNotFoundError):
        cache.copy("a.png", tmp_path / "a.png")
    assert not (tmp_path / "a.png").exists()

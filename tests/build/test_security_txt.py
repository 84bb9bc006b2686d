"""Build layer: security.txt lies where RFC 9116 wants it."""

from __future__ import annotations

from pathlib import Path


def test_it_is_written_once_below_well_known(odd: Path) -> None:
    assert [path.relative_to(odd).as_posix() for path in odd.rglob("security.txt")] == [".well-known/security.txt"]
    text = (odd / ".well-known/security.txt").read_text(encoding="utf-8")
    assert text.splitlines()[-1] == "Canonical: https://x.example/sub/.well-known/security.txt"

"""Beside each text file the same one compressed, as small as can be: once, here, instead of at every visit."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import zstandard

from portal.publish.headers import PACKED
from portal.publish.manifest import Manifest

CODINGS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".br": ("br", lambda content: brotli.compress(content, quality=11)),
    ".zst": ("zstd", lambda content: zstandard.ZstdCompressor(level=19).compress(content)),
    ".gz": ("gzip", lambda content: gzip.compress(content, 9, mtime=0)),
}
"""By ending: the name in HTTP, and how it is made."""

LEAST = 256
"""Smaller files do not become smaller answers."""

_WORKERS = 2


def pack(folder: Path, earlier: Path | None = None) -> None:
    """Compress every text file of a folder that has none of it yet; what has not changed is taken from `earlier`."""
    before = (Manifest.read(earlier) if earlier else None) or Manifest({})
    now = Manifest.of(folder)

    def make(name: str) -> None:
        file = folder / name
        content = file.read_bytes()
        same = earlier is not None and before.files.get(name) == now.files[name]
        for ending, (_, compress) in CODINGS.items():
            kept = earlier / f"{name}{ending}" if same and earlier else None
            packed = kept.read_bytes() if kept and f"{name}{ending}" in before.files else compress(content)
            if len(packed) < len(content):
                target = file.with_name(f"{file.name}{ending}")
                target.write_bytes(packed)
                time = file.stat().st_mtime_ns
                os.utime(target, ns=(time, time))

    names = [name for name in now.files if Path(name).suffix in PACKED and (folder / name).stat().st_size >= LEAST]
    with ThreadPoolExecutor(_WORKERS) as pool:
        list(pool.map(make, names))

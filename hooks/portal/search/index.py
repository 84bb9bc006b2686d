"""The index: records are given to Pagefind as small pages, and what it makes of them is put in a fixed order.

Pagefind names its files after their content, but writes choices in the order of the moment; so those files, and the one
that names them, are written anew. The same content gives the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2
import jinja2
from pagefind_bin import get_executable

from portal.assets.cache import Cache
from portal.assets.published import Asset
from portal.model.addresses import destination
from portal.model.site import Site
from portal.schema.search import SearchPage
from portal.search.records import Record, records
from portal.search.words import SHORTEST, known, parts, telling, words

FOLDER = "assets/search"
"""Where the index of each language is published, below its code."""
SCRIPT = "pagefind.js"
"""What asks an index: the same for all of them."""
_SIGN = b"pagefind_dcd"
"""What the parts of an index begin with, once they are unpacked."""
_USED = ("*.pf_meta", "*/*.pf_*", "wasm.*.pagefind")
"""What the page asks for, of all that Pagefind writes."""


@dataclass(frozen=True)
class Index:
    """The index of a language: the files to publish, and what it took."""

    locale: str
    files: Mapping[str, bytes] = field(repr=False)
    """By their path in the site."""
    count: int
    """How many records it has."""
    seconds: float
    memory: int | None
    """The most that Pagefind took, in bytes; None where the system does not say."""
    kept: bool = False
    """Whether it was made before."""


def languages(site: Site) -> list[str]:
    """The languages with a search page of their own."""
    return [locale for locale in site.languages if site.page(locale, SearchPage.at)]


def vocabulary(site: Site, locale: str) -> Asset:
    """The words that are known in a language."""
    return Asset.named(f"words-{locale}.txt", words_of(site.once(records, locale)))


def words_of(found: list[Record]) -> bytes:
    """The words that are known of records: a line with those of names, and one with others."""
    return "\n".join(" ".join(line) for line in known(found)).encode()


def index(site: Site, locale: str) -> Index:
    """Make the index of a language."""
    return index_of(site.once(records, locale), locale, Cache(site.content.root / ".cache/search"))


def index_of(found: list[Record], locale: str, cache: Cache | None = None) -> Index:
    """Make the index of records in a language, unless it is the last one that was made of them."""
    began = time.perf_counter()
    pages = _pages(found, locale)
    key = _key(pages, locale)
    kept, memory = _kept(cache, locale, key), None
    files = kept or {}
    if kept is None:
        made, memory = _run(pages, locale)
        files = {f"{FOLDER}/{locale}/{name}": content for name, content in _in_order(made).items()}
        files[f"{FOLDER}/{SCRIPT}"] = made[SCRIPT]
        if cache:
            told = {name: base64.b64encode(content).decode() for name, content in files.items()}
            with suppress(OSError):
                cache.write(locale, json.dumps([key, told]).encode())
    return Index(locale, files, len(found), time.perf_counter() - began, memory, kept=kept is not None)


def _key(pages: Mapping[str, str], locale: str) -> str:
    """The hash of what an index is made from: the pages, the code that puts it in order, and Pagefind."""
    code = Path(__file__).read_text(encoding="utf-8")
    return hashlib.sha256(json.dumps([pages, locale, code, version("pagefind-bin")]).encode()).hexdigest()


def _kept(cache: Cache | None, locale: str, key: str) -> dict[str, bytes] | None:
    made = cache.read(locale) if cache else None
    before, told = json.loads(made) if made else ("", {})
    return {name: base64.b64decode(content) for name, content in told.items()} if before == key else None


@dataclass
class Indexing:
    """Indexes that are being made while something else goes on."""

    waiting: list[Future[Index]]

    @classmethod
    def begin(cls, site: Site) -> Indexing:
        """Begin with every language that has a search page."""
        pool = ThreadPoolExecutor(1)
        waiting = [pool.submit(index, site, locale) for locale in languages(site)]
        pool.shutdown(wait=False)
        return cls(waiting)

    def finished(self) -> Iterator[Index]:
        """The indexes, when they are there."""
        return (future.result() for future in self.waiting)


def write(made: Index, folder: Path) -> None:
    """Write an index into a site."""
    for name, content in made.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _pages(found: list[Record], locale: str) -> dict[str, str]:
    """Each record as a page, by the file that stands for its address."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    template = environment.get_template("record.html")
    lexicon = {word for record in found for word in telling(record) if len(word) >= SHORTEST}
    compounds: dict[str, tuple[str, ...]] = {}

    def within(record: Record) -> list[str]:
        """The parts of the compounds that it is called, or that its first sentence has."""
        called = dict.fromkeys([*telling(record), *(word for text in record.text[:1] for word in words(text))])
        for word in called:
            if word not in compounds:
                compounds[word] = parts(word, lexicon)
        return sorted({part for word in called for part in compounds[word]})

    return {
        _file(record.address): template.render(record=record, locale=locale, parts=within(record)) for record in found
    }


def _file(address: str) -> str:
    """The file whose address Pagefind takes for that of the record; an anchor is a folder there."""
    page, _, anchor = address.partition("#")
    return destination(f"{page}#{anchor}/" if anchor else page)


def _run(pages: Mapping[str, str], locale: str) -> tuple[dict[str, bytes], int | None]:
    """What Pagefind makes of pages, by name, and the most memory it took."""
    with tempfile.TemporaryDirectory(prefix="portal-search-") as folder:
        source, out = Path(folder, "records"), Path(folder, "index")
        for name, text in pages.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        arguments = ["--site", str(source), "--output-path", str(out), "--force-language", locale, "--silent"]
        memory = _execute([str(get_executable()), *arguments], folder)
        return {
            path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
        }, memory


def _execute(command: list[str], folder: str) -> int | None:
    """Run a command to its end; the most memory it took, in bytes, where the system says."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        said = process.stdout.read()
        memory = None
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            memory = usage.ru_maxrss * 1024
        if process.wait():
            raise RuntimeError(f"Pagefind stopped: {said.decode(errors='replace').strip()}")
    return memory


def _in_order(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """What is used of an index, with everything in it in a fixed order."""
    files = {name: content for name, content in made.items() if any(Path(name).match(pattern) for pattern in _USED)}
    entry = json.loads(made["pagefind-entry.json"])
    for locale, language in entry["languages"].items():
        name = f"pagefind.{language['hash']}.pf_meta"
        version, pages, chunks, choices, *rest = _opened(files.pop(name))
        renamed = []
        for choice, old in choices:
            _, values = _opened(files.pop(f"filter/{old}.pf_filter"))
            content = cbor2.dumps([choice, sorted(values)])
            new = f"{locale}_{hashlib.sha256(content).hexdigest()[:7]}"
            files[f"filter/{new}.pf_filter"] = _closed(content)
            renamed.append([choice, new])
        content = cbor2.dumps([version, pages, chunks, sorted(renamed), *rest])
        language["hash"] = f"{locale}_{hashlib.sha256(content).hexdigest()[:10]}"
        files[f"pagefind.{language['hash']}.pf_meta"] = _closed(content)
        spare = "wasm.unknown.pagefind"
        if language["wasm"]:
            files.pop(spare, None)
    files["pagefind-entry.json"] = json.dumps(entry, sort_keys=True).encode()
    return dict(sorted(files.items()))


def _opened(packed: bytes) -> Any:
    unpacked = gzip.decompress(packed)
    assert unpacked.startswith(_SIGN)
    return cbor2.loads(unpacked[len(_SIGN) :])


def _closed(content: bytes) -> bytes:
    return gzip.compress(_SIGN + content, mtime=0)

"""Site, the real build: whatever names an address agrees with the page that stands there.

An output is a line in OUTPUTS: a function that yields what it says of pages. What is true is what the built pages are:
each file that has a canonical address, and the versions that its head names.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.conftest import BASE
from tests.real_site import attribute, parsed

_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml",
          "i": "http://www.google.com/schemas/sitemap-image/1.1"}  # fmt: skip


_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Said:
    """What an output says of a page."""

    where: str
    """The file that says it."""
    address: str
    versions: Mapping[str, str] | None = None
    """The addresses of its language versions, where the output names them."""


@dataclass(frozen=True)
class Output:
    """Something that names addresses."""

    name: str
    says: Callable[[Path], Iterator[Said]]
    all: bool = True
    """Whether it must name every page."""


def pages(built: Path) -> dict[str, Path]:
    """Every page that is there, by the address at which it stands. A redirect and the page for none are no pages."""
    found = {}
    for file in sorted(built.rglob("index.html")):
        if not parsed(file).css("meta[http-equiv=refresh]"):
            found[f"{BASE}/{file.relative_to(built).as_posix().removesuffix('index.html')}"] = file
    return found


def versions_of(file: Path) -> dict[str, str]:
    """The language versions that the head of a page names."""
    links = parsed(file).css("link[rel=alternate][hreflang]")
    named = {link.attributes["hreflang"] or "": link.attributes["href"] or "" for link in links}
    named.pop("x-default", None)
    return named


def head(built: Path) -> Iterator[Said]:
    """Canonical and hreflang."""
    for file in pages(built).values():
        yield Said(_name(file, built), attribute(parsed(file), "link[rel=canonical]", "href"), versions_of(file))


def open_graph(built: Path) -> Iterator[Said]:
    """What is shown where a page is shared."""
    for file in pages(built).values():
        yield Said(_name(file, built), attribute(parsed(file), "meta[property='og:url']", "content"))


def sitemaps(built: Path) -> Iterator[Said]:
    """The sitemaps that the index names."""
    index = ElementTree.parse(built / "sitemap.xml")  # noqa: S314 - our own file
    for named in index.findall("s:sitemap/s:loc", _NAMES):
        file = built / str(named.text).removeprefix(f"{BASE}/")
        for url in ElementTree.parse(file).findall("s:url", _NAMES):  # noqa: S314 - our own file
            links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", _NAMES)}
            links.pop("x-default")
            yield Said(file.name, url.findtext("s:loc", "", _NAMES), links)


def plain_pages(built: Path) -> Iterator[Said]:
    """Each page as Markdown."""
    for file in sorted(built.rglob("index.md")):
        _, fields, _ = file.read_text(encoding="utf-8").split("---\n", 2)
        said = yaml.safe_load(fields)
        yield Said(_name(file, built), said["url"], said["versions"])
        assert said["url"] == f"{BASE}/{_name(file, built).removesuffix('index.md')}"


def structured_data(built: Path) -> Iterator[Said]:
    """Every address of our own that JSON-LD names, wherever it stands."""
    for file in pages(built).values():
        for script in parsed(file).css("script[type='application/ld+json']"):
            for value in _texts(json.loads(script.text())):
                yield from _own(value, file, built)


def open_data(built: Path) -> Iterator[Said]:
    """The pages that open data name, with their versions."""
    for file in sorted((built / "data/v1").glob("*.json")):
        for item in json.loads(file.read_text(encoding="utf-8")).get("items", ()):
            for address in (item.get("page") or {}).values():
                page, _, _ = address.partition("#")
                named = {locale: other.partition("#")[0] for locale, other in item["page"].items()}
                yield Said(_name(file, built), page, named)


def open_data_tables(built: Path) -> Iterator[Said]:
    """The pages that the same data name as CSV."""
    for file in sorted((built / "data/v1").glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                for column in row:
                    if re.fullmatch(r"page(\.\w+)?", column) and row[column].startswith(BASE):
                        yield Said(_name(file, built), row[column].partition("#")[0])


def feeds(built: Path) -> Iterator[Said]:
    """The pages that feeds lead to, in both forms: places on a page aside."""
    for file in sorted(built.rglob("feed.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        for address in (told["home_page_url"], *(item["url"] for item in told["items"])):
            yield Said(_name(file, built), address.partition("#")[0])
    for file in sorted(built.rglob("feed.atom")):
        for link in ElementTree.parse(file).iter(f"{_ATOM}link"):  # noqa: S314 - our own file
            if link.attrib["rel"] == "alternate":
                yield Said(_name(file, built), link.attrib["href"].partition("#")[0])


def llms_txt(built: Path) -> Iterator[Said]:
    """The pages that are told to programs that read."""
    text = (built / "llms.txt").read_text(encoding="utf-8")
    for address in re.findall(r"\]\((\S+?)index\.md\)", text):
        yield Said("llms.txt", address)


OUTPUTS = (
    Output("canonical and hreflang", head),
    Output("OpenGraph", open_graph),
    Output("sitemaps", sitemaps),
    Output("index.md", plain_pages),
    Output("JSON-LD", structured_data, all=False),
    Output("open data", open_data, all=False),
    Output("open data as CSV", open_data_tables, all=False),
    Output("feeds", feeds, all=False),
    Output("llms.txt", llms_txt, all=False),
)


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.name)
def test_what_names_an_address_agrees_with_the_page_that_stands_there(output: Output, built: Path) -> None:
    there = pages(built)
    said = list(output.says(built))
    assert said, f"{output.name} names nothing: is it still there?"
    wrong = [f"{one.where} names {one.address}, where no page stands" for one in said if one.address not in there]
    wrong += [
        f"{one.where} says that {one.address} is {dict(one.versions)}, its head {versions_of(there[one.address])}"
        for one in said
        if one.versions is not None and one.address in there and one.versions != versions_of(there[one.address])
    ]
    if output.all:
        wrong += [f"{one.where} names itself {one.address}" for one in said if _elsewhere(one)]
        wrong += [f"{output.name} leaves out {address}" for address in there.keys() - {one.address for one in said}]
    assert wrong == []


def test_the_pictures_of_a_sitemap_are_on_their_pages(built: Path) -> None:
    shown = 0
    for file in built.glob("sitemap-*.xml"):
        for url in ElementTree.parse(file).findall("s:url", _NAMES):  # noqa: S314 - our own file
            page = pages(built)[url.findtext("s:loc", "", _NAMES)].read_text(encoding="utf-8")
            for picture in url.findall("i:image/i:loc", _NAMES):
                path = str(picture.text).removeprefix(f"{BASE}/")
                assert (built / path).is_file()
                assert Path(path).name in page
                shown += 1
    assert shown > 0


def _elsewhere(said: Said) -> bool:
    """Whether a page names another address than that at which it stands."""
    folder, index, _ = said.where.partition("index.html")
    return bool(index) and said.address != f"{BASE}/{folder}"


def _name(file: Path, built: Path) -> str:
    return file.relative_to(built).as_posix()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _own(value: str, file: Path, built: Path) -> Iterator[Said]:
    """What a text says when it is the address of a page of ours: files and places on a page aside."""
    if value.startswith(f"{BASE}/") and value.partition("#")[0].endswith("/"):
        yield Said(_name(file, built), value.partition("#")[0])

"""Nothing grows faster than the site: on ten times as many stories and partners no page weighs more than its budget."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.checks import read_site
from portal.model.site import Site
from portal.schema.page import Story
from portal.schema.partner import Partner
from tests.build.conftest import built_in
from tests.conftest import Files, make_project
from tests.conftest import page as written
from tests.real_site import file_at

BUDGET = 14_000
"""Bytes of HTML, brotli: what a page may weigh."""
FEW, MANY = 40, 400

_WORDS = [
    "bridge",
    "harbour",
    "meadow",
    "signal",
    "tissue",
    "window",
    "kernel",
    "quarry",
    "ribbon",
    "saddle",
    "timber",
    "velvet",
    "walnut",
    "yellow",
    "anchor",
    "basket",
    "candle",
    "danger",
    "engine",
    "fabric",
    "garden",
    "hammer",
    "island",
    "jacket",
    "kettle",
    "ladder",
    "mirror",
    "needle",
    "orange",
    "pencil",
]


def _said(seed: str, words: int) -> str:
    """A text of its own for each page, in names, which are of no language: what is all the same weighs nothing."""
    chosen = random.Random(seed)  # noqa: S311 - the same on every machine
    return " ".join(chosen.choice(_WORDS).title() + str(chosen.randrange(90)) for _ in range(words))


def _files(count: int) -> Files:
    files = {
        f"content/{locale}/ecosystem/{name}.md": written(name.title(), locale=locale)
        for locale in ("nl", "en")
        for name in ("index", "table", "matrix")
    }
    for number in range(count):
        files[f"content/data/partners/partner-{number}.yml"] = (
            f"name: Partner {_said(f'name {number}', 2)}\nkind: {('company', 'hospital', 'school')[number % 3]}\n"
            f"clusters: [health]\nsummary:\n  nl: {_said(f'nl {number}', 10)}\n  en: {_said(f'en {number}', 10)}\n"
            "sources: [a-source]\n"
        )
        others = ", ".join(f"partner-{(number + step) % count}" for step in (1, 3, 7, 13, 17))
        files[f"content/data/relations/of-{number}.yml"] = (
            f"from: partner-{number}\nverb: works-with\nto: [{others}]\nsources: [a-source]\n"
            f"note: {{nl: {_said(f'in {number}', 3)}, en: {_said(f'in {number}', 3)}}}\n"
        )
        for locale in ("nl", "en") if number < FEW // 2 else ("nl",):
            only = "" if number < FEW // 2 else "only: nl\n"
            files[f"content/{locale}/stories/story-{number}.md"] = (
                f"---\ntitle: {_said(f'title {locale} {number}', 4)}\n"
                f"description: {_said(f'description {locale} {number}', 9)}\n"
                f"{only}as_of: 2026-{number % 11 + 1:02}-{number % 27 + 1:02}\ncluster: health\nplace: nijmegen\n"
                f"partners: [hospital]\nsources: [a-source]\n---\n{_said(f'body {locale} {number}', 60)}\n"
            )
    return files


def _built(folder: Path, count: int) -> tuple[Site, Path]:
    root = make_project(folder / "project", _files(count))
    config = root / "mkdocs.yml"
    # Cards are pictures, and cost what they cost; this is about pages.
    config.write_text(config.read_text(encoding="utf-8").replace("\nextra:\n", "\nextra:\n  social_cards: false\n"))
    return read_site(root), built_in(root)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    return _built(tmp_path_factory.mktemp("many"), MANY)


def _weights(site: Site, built: Path) -> dict[str, int]:
    """The heaviest page of each kind."""
    weights: dict[str, int] = defaultdict(int)
    for page in site.pages.values():
        html = file_at(page.address, built).read_bytes()
        weights[page.kind] = max(weights[page.kind], len(brotli.compress(html, quality=6)))
    return weights


def test_no_page_weighs_more_than_its_budget_however_many_there_are(many: tuple[Site, Path]) -> None:
    assert {kind: weight for kind, weight in _weights(*many).items() if weight > BUDGET} == {}


def test_ten_times_as_many_make_no_page_twice_as_heavy(many: tuple[Site, Path], tmp_path: Path) -> None:
    few = _weights(*_built(tmp_path, FEW))
    assert {kind: weight for kind, weight in _weights(*many).items() if weight > 2 * few[kind]} == {}


def _reached(built: Path, start: str) -> set[str]:
    """What the pages of a list link to, going on from each to the next as a reader without a script does."""
    reached: set[str] = set()
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen.add(address)
            tree = LexborHTMLParser(file_at(address, built).read_text(encoding="utf-8"))
            links = [
                urlsplit(urljoin(address, link.attributes["href"] or "")).path for link in tree.css("main a[href]")
            ]
            reached.update(links)
            paging = {link.attributes["href"] for link in tree.css(".paging a[href]")}
            waiting += [urljoin(address, href or "") for href in paging]
    return reached


@pytest.mark.parametrize("locale", ["nl", "en"])  # in English most stories are listed in Dutch
def test_every_story_and_partner_can_be_reached_without_a_script(locale: str, many: tuple[Site, Path]) -> None:
    site, built = many
    for key, about in (("stories/index", Story), ("partners/index", Partner)):
        reached = _reached(built, site.pages[locale, key].address)
        assert {page.address for page in site.listed(about, locale)} - reached == set()

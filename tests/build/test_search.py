"""Build: what is found by which words, the same index for the same content, and the policy of the page that asks it."""

from __future__ import annotations

import dataclasses
import gzip
import json
from pathlib import Path

import pytest

from portal.checks import read_site
from portal.model.letters import A_PAGE, Name, by_letter
from portal.publish import headers
from portal.publish.hosting import SERVERS, Hosting, server, service
from portal.search.index import Index, index
from portal.search.records import Record, records
from portal.search.words import known, parts
from tests.conftest import make_project, page
from tests.real_site import PAGES, SITE, parsed

ASKS = {f"content/{locale}/search/index.md": page("Zoeken" if locale == "nl" else "Search", locale=locale)
        for locale in ("nl", "en")}  # fmt: skip


def _record(locale: str, address: str) -> Record:
    (found,) = [record for record in records(SITE, locale) if record.address == address]
    return found


def test_everything_that_has_a_place_of_its_own_is_found_once() -> None:
    addresses = [record.address for record in records(SITE, "nl")]
    assert len(set(addresses)) == len(addresses)
    pages = {page.address for page in PAGES if page.locale == "nl" and page.part == 1 and not page.choice}
    assert pages - set(addresses) == {SITE.pages["nl", key].address for key in ("404", "search/index")}
    assert f"{SITE.pages['nl', 'glossary'].address}#bsn" in addresses
    assert SITE.pages["nl", "agenda/innobooth"].address in addresses


def test_what_has_a_name_is_found_by_its_other_names_too() -> None:
    campus = _record("en", SITE.pages["en", "campuses/heijendaal"].address)
    assert {"Campus Heijendaal", "Heyendaal"} <= set(campus.names)
    assert campus.choices["campus"] == ("heijendaal",)
    partner = _record("nl", SITE.pages["nl", "partners/the-economic-board"].address)
    assert set(partner.names) & set(partner.text) == set()
    assert "BSN" in _record("nl", f"{SITE.pages['nl', 'glossary'].address}#bsn").names


def test_a_step_is_found_by_what_one_has_to_do_in_other_words() -> None:
    step = _record("nl", SITE.pages["nl", "guide/driving-licence"].address)
    assert "rijbewijs omwisselen" in step.duties
    assert step.names == ()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("huurtoeslag", ("huur", "toeslag")),
        ("verblijfsvergunning", ("verblijf", "vergunning")),
        ("vergunning", ()),
        ("toeslagen", ()),
    ],
)
def test_a_compound_is_taken_apart_when_both_its_parts_are_known(word: str, found: tuple[str, ...]) -> None:
    assert parts(word, {"huur", "toeslag", "verblijf", "vergunning"}) == found


def test_known_words_are_bounded_and_those_of_names_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.search.words.KNOWN", 3)
    texts = ("river bridge", "river bridge", "river street")
    found = [Record(f"/{n}/", "Briskr", "page", "en", text=(text,)) for n, text in enumerate(texts)]
    assert known(found) == (["briskr"], ["bridge", "river"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Index:
    root = make_project(tmp_path_factory.mktemp("searched") / "project", ASKS)
    return index(read_site(root), "en")


def test_the_same_content_gives_the_same_index(made: Index, tmp_path: Path) -> None:
    again = index(read_site(make_project(tmp_path / "project", ASKS)), "en")
    assert again.files == made.files
    (entry,) = [json.loads(content) for name, content in made.files.items() if name.endswith("entry.json")]
    assert entry["languages"]["en"]["page_count"] == made.count
    assert made.seconds > 0


def test_a_part_of_an_index_is_kept_for_ever_and_what_names_the_parts_is_not(made: Index) -> None:
    kept = {name: headers.of(name)["Cache-Control"] == headers.KEPT for name in made.files}
    assert {Path(name).suffix for name, for_ever in kept.items() if for_ever} == {
        ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter",
    }  # fmt: skip
    assert not kept["assets/search/en/pagefind-entry.json"]


def test_the_name_of_a_part_follows_from_its_content(made: Index) -> None:
    entry = json.loads(made.files["assets/search/en/pagefind-entry.json"])
    meta = made.files[f"assets/search/en/pagefind.{entry['languages']['en']['hash']}.pf_meta"]
    filters = [Path(name).stem for name in made.files if name.endswith(".pf_filter")]
    assert filters
    assert [name for name in filters if name.encode() not in gzip.decompress(meta)] == []


def test_a_site_without_a_search_page_has_no_index_and_no_form(small: Path) -> None:
    assert not (small / "site/assets/search").exists()
    assert parsed(small / "site/index.html").css("[role=search]") == []


def test_everything_is_listed_by_its_letter(built: Path) -> None:
    listed = {
        link.attributes["href"]
        for page in PAGES
        if page.kind == "search" and page.part > 1 and page.locale == "nl"
        for link in parsed(built / page.address[1:] / "index.html").css(".index a")
    }
    wanted = [page for page in PAGES if page.locale == "nl" and page.part == 1
              and not page.choice and page.kind not in ("home", "not-found", "search")]  # fmt: skip
    assert [page.address for page in wanted if f"../..{page.address}" not in listed] == []


def test_a_page_of_a_letter_is_bounded() -> None:
    (page, *_) = PAGES
    many = by_letter(Name(f"A name {number:04}", dataclasses.replace(page, key=str(number))) for number in range(400))
    assert [(letter.slug, len(letter.names)) for letter in many] == [("a", A_PAGE), ("a-2", A_PAGE), ("a-3", 100)]


def test_a_letter_is_the_first_that_is_read() -> None:
    (page, *_) = PAGES
    assert [Name(text, page).letter for text in ("‘t Huis", "École", "30%-regeling", "~x", "Øresund")] == [
        "T", "E", "0-9", "X", "0-9",
    ]  # fmt: skip


HOST = Hosting("https://www.example.org/sub/", Path("/srv/portal"), (("/", "/404.html"),), (), ("/zoeken/",))


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_lets_the_search_page_alone_run_what_looks_through_its_index(name: str) -> None:
    text = server(name, HOST)
    assert headers.CONTENT_SECURITY_POLICY in text
    lines = [line for line in text.splitlines() if "wasm-unsafe-eval" in line]
    assert lines
    assert "/zoeken/" in text
    assert text.count("wasm-unsafe-eval") == server(name, dataclasses.replace(HOST, search=("/a/", "/b/"))).count(
        "wasm-unsafe-eval"
    ) / (2 if name != "caddy" else 1)


@pytest.mark.parametrize(("name", "taken_back"), [("netlify", ""), ("cloudflare", "  ! Content-Security-Policy\n")])
def test_a_service_lets_the_search_page_alone_run_it(name: str, taken_back: str) -> None:
    text = service(name, HOST, [])["_headers"]
    assert f"/zoeken/\n{taken_back}  Content-Security-Policy: {headers.SEARCH_POLICY}\n" in text
    assert text.count("wasm-unsafe-eval") == 1


def test_a_page_says_by_itself_whether_it_searches(built: Path) -> None:
    searching = [page.address for page in PAGES if headers.searches((built / _file(page.address)).read_bytes())]
    assert searching == [page.address for page in PAGES if page.kind == "search" and page.part == 1]


def _file(address: str) -> str:
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]

"""A third language: the real site with a German part of seven pages, from one line in mkdocs.yml and a folder."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from portal.checks import examine
from portal.content.front_matter import read_page
from portal.model.site import Site
from portal.schema.marks import shared_fields
from portal.schema.page import schema_of
from portal.search.records import records
from tests.command import portal
from tests.conftest import BASE, ROOT
from tests.real_site import file_at, parsed

GERMAN = ROOT / "tests/german"
ENGLISH_LINE = "        - {locale: en, name: English}\n"
PARTIAL = ENGLISH_LINE + "        - {locale: de, name: Deutsch, extra: {partial: true}}\n"
WHOLE = ENGLISH_LINE + "        - {locale: de, name: Deutsch}\n"
KEYS = sorted(path.relative_to(GERMAN / "pages").with_suffix("").as_posix() for path in GERMAN.rglob("*.md"))


def _project(root: Path, line: str) -> Path:
    """The real site and the German part. Facts are those of the Dutch page, since all versions must agree on them."""
    for folder in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", "portal"))
    shutil.copytree(ROOT / ".cache", root / ".cache", dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert ENGLISH_LINE in config
    (root / "mkdocs.yml").write_text(config.replace(ENGLISH_LINE, line), encoding="utf-8")
    strings = root / "content/data/strings"
    english = yaml.safe_load((strings / "en.yml").read_text(encoding="utf-8"))
    german = yaml.safe_load((GERMAN / "strings.yml").read_text(encoding="utf-8"))
    (strings / "de.yml").write_text(yaml.safe_dump({**english, **german}, allow_unicode=True), encoding="utf-8")
    for key in KEYS:
        file = root / f"content/de/{key}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        fields, _, body = (GERMAN / f"pages/{key}.md").read_text(encoding="utf-8").partition("---\n")
        front = {**_shared(key), **yaml.safe_load(fields)}
        file.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}", encoding="utf-8")
    return root


def _shared(key: str) -> Mapping[str, Any]:
    path = ROOT / f"content/nl/{key}.md"
    dutch = read_page(path.read_text(encoding="utf-8"), path.relative_to(ROOT)).fields.data  # type: ignore[arg-type]
    schema = schema_of(key)
    assert schema
    return {name: dutch[name] for name, *_ in shared_fields(schema) if name in dutch}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _project(tmp_path_factory.mktemp("german") / "project", PARTIAL)


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    site, problems = examine(project)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    return site


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    out = project / "site"
    result = portal("build", "--out", str(out), cwd=project, SITE_URL=f"{BASE}/")
    assert result.returncode == 0, result.stderr
    return out


def _german(key: str, site: Site, built: Path) -> LexborHTMLParser:
    return parsed(file_at(site.pages["de", key].address, built))


def test_what_is_translated_has_a_page_and_nothing_else(site: Site, built: Path) -> None:
    assert sorted(page.key for page in site.pages.values() if page.locale == "de" and page.part == 1) == KEYS
    pages = {path for path in (built / "de").rglob("*.html") if not re.fullmatch("[a-z]|0-9", path.parent.name)}
    assert pages == {file_at(site.pages["de", key].address, built) for key in KEYS}
    assert (built / "de/404.html").is_file()


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_german_and_names_its_versions(key: str, site: Site, built: Path) -> None:
    tree = _german(key, site, built)
    (html,) = tree.css("html")
    assert html.attributes["lang"] == "de"
    if key != "404":
        named = {link.attributes["hreflang"]: link.attributes["href"] for link in tree.css("link[hreflang]")}
        versions = {locale: BASE + site.pages[locale, key].address for locale in site.languages}
        assert named == {**versions, "x-default": versions["nl"]}


@pytest.mark.parametrize("key", KEYS)
def test_a_text_that_is_not_german_says_so(key: str, site: Site, built: Path) -> None:
    """Dutch that a screen reader would read out as German cannot be understood."""
    page = site.pages["de", key]
    dutch = [site.pages["nl", other].title for other in ("campuses/index", "partners/index", "stories/index")]
    for node in _german(key, site, built).css("h2, h3, a, p, li, span, small"):
        if node.text().strip() in dutch:
            here = node
            while here is not None and "lang" not in here.attributes:
                here = here.parent  # type: ignore[assignment]
            assert here.attributes["lang"] == "nl", f"{page.source}: {node.html}"


@pytest.mark.parametrize("key", KEYS)
def test_no_text_in_another_language_breaks_an_attribute_or_a_title(key: str, site: Site, built: Path) -> None:
    html = file_at(site.pages["de", key].address, built).read_text(encoding="utf-8")
    tree = _german(key, site, built)
    assert "&lt;span lang=" not in html
    assert all("<span" not in (value or "") for node in tree.css("*") for value in node.attributes.values())


def test_doors_and_lists_lead_to_the_page_there_is(site: Site, built: Path) -> None:
    tree = _german("index", site, built)
    foreign = {(a.attributes["href"], a.attributes["lang"], a.attributes["hreflang"]) for a in tree.css("a[data-in]")}
    assert ("../partners/", "nl", "nl") in foreign
    assert ("../campussen/", "nl", "nl") in foreign
    assert len(foreign) > 10


def test_a_link_in_a_text_leads_to_the_version_there_is(site: Site, built: Path) -> None:
    address = site.pages["nl", "guide/housing"].address
    (link,) = _german("living", site, built).css(f'.prose a[href$="{address}"]')
    assert (link.attributes["lang"], link.attributes["hreflang"]) == ("nl", "nl")
    (own,) = _german("living", site, built).css('.prose a[href="../neu-in-nimwegen/"]')
    assert "lang" not in own.attributes


def test_the_other_languages_lead_to_the_german_page_and_say_where_there_is_none(site: Site, built: Path) -> None:
    there = parsed(file_at(site.pages["nl", "living"].address, built)).css_first('header a[lang="de"]')
    assert there
    assert (there.attributes["href"], there.css(".top__lang-note")) == ("../de/wohnen/", [])
    none = parsed(file_at(site.pages["nl", "campuses/index"].address, built))
    (note,) = none.css('header a[lang="de"] .top__lang-note')
    assert note.text() == "Diese Seite gibt es nicht auf Deutsch"
    assert none.css('.notice[lang="de"]') == []  # in a language that is partial by design nothing is missing


def test_days_and_numbers_are_written_as_germans_do(site: Site, built: Path) -> None:
    rail = _german("about", site, built).css_first(".rail")
    assert rail
    text = rail.text()
    assert "Stand" in text
    assert any(month in text for month in ("November", "Oktober", "Dezember"))


def test_the_sitemap_and_the_cards_follow(site: Site, built: Path) -> None:
    sitemap = (built / "sitemap-de.xml").read_text(encoding="utf-8")
    assert f"<loc>{BASE}/de/wohnen/</loc>" in sitemap
    assert f'hreflang="de" href="{BASE}/de/wohnen/"' in sitemap
    assert len(list((built / "assets/cards/de").rglob("*.png"))) == len(KEYS) - 1 + len(site.letters("de"))
    assert (built / "de/site.webmanifest").is_file()


def test_a_search_in_german_finds_german_and_what_is_not_translated(site: Site, built: Path) -> None:
    found = {record.title: record.lang for record in records(site, "de")}
    assert found["Wohnen in Nimwegen"] == "de"
    assert found["Campus Heijendaal"] == "nl"
    entry = json.loads((built / "assets/search/de/pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["de"]["page_count"] == len(records(site, "de"))
    (form,) = _german("search/index", site, built).css("[data-search]")
    assert form.attributes["action"] in ("", "./")
    (there,) = _german("about", site, built).css(".top__search form")
    assert there.attributes["action"] == "../suche/"


def test_check_lists_what_a_whole_language_would_still_need(tmp_path: Path) -> None:
    site, problems = examine(_project(tmp_path / "project", WHOLE))
    errors = [problem for problem in problems if problem.severity == "error"]
    assert {problem.key for problem in errors} <= {"twin.missing", "missing"}
    missing = {str(problem.path) for problem in errors if problem.key == "twin.missing"}
    written = {page.key for page in site.content.pages if page.locale == "nl"}
    assert missing == {f"content/de/{key}.md" for key in written - set(KEYS)}
    assert sum(problem.key == "missing" and problem.field.endswith(".de") for problem in errors) > 500


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("        - {locale: nl, name: Again}\n", "The languages are 'nl, en, nl'. Name each once"),
        ("        - {name: Deutsch}\n", "The languages of the site cannot be read."),
    ],
)
def test_a_list_of_languages_that_cannot_be_used_is_refused(tmp_path: Path, line: str, told: str) -> None:
    root = _project(tmp_path / "project", ENGLISH_LINE + line)
    result = portal("check", cwd=root)
    assert result.returncode == 1
    assert f"mkdocs.yml:1: {told}" in result.stderr

"""Fields that would be code if they were not text. Build layer: a whole site, read as a browser reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.checks import examine
from tests.build.conftest import built_in, parsed, the
from tests.conftest import PARTNER, SOURCE, STORY, make_project, page

EVIL = """</script/x> </title/x> <script/x>alert(1)</script/x> "'> <img/src=x/onerror=alert(1)> ]]> <!--"""
"""To a browser all of these are tags; an editor never writes them so, and the check of fields does not know them."""


def quoted(name: str) -> str:
    """A name and everything that could hurt, as YAML text in single quotes."""
    return "'" + f"{name} {EVIL}".replace("'", "''") + "'"


def story(title: str, slug: str) -> str:
    text = STORY.format(title=quoted(title), slug=slug)
    return text.replace("description: A", f"description: {quoted('A')} #").replace(
        "place:", f"town: {quoted('Town')}\nintro: {quoted('Intro')}\nplace:"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "content/data/partners/hospital.yml": PARTNER.replace("nl: Ziekenhuis", f"nl: {quoted('Ziekenhuis')}").replace(
            "en: Hospital", f"en: {quoted('Hospital')}"
        )
        + f"aliases: [{quoted('Alias')}]\ntown: {quoted('Town')}\n"
        + f"role: {{nl: {quoted('Rol')}, en: {quoted('Role')}}}\n"
        + 'website: "https://example.nl/\'><script>alert(1)</script>"\n'
        + f"facts:\n  - {{text: {{nl: {quoted('Feit')}, en: {quoted('Fact')}}}, source: a-source}}\n",
        "content/data/sources/a-source.yml": SOURCE.replace("title: A page", f"title: {quoted('A page')}").replace(
            "publisher: A publisher", f"publisher: {quoted('A publisher')}"
        ),
        "content/nl/stories/a-story.md": story("Een verhaal", "een-verhaal"),
        "content/en/stories/a-story.md": story("A story", "a-story"),
        "content/nl/stories/index.md": page("Stories", "slug: verhalen", f"menu: {quoted('Menu')}"),
        "content/en/stories/index.md": page("Stories", "slug: stories", f"menu: {quoted('Menu')}"),
        "content/data/redirects.yml": "redirects: [{from: /oud/, to: /verhalen/een-verhaal/}]\n",
    }
    return built_in(make_project(tmp_path_factory.mktemp("hostile"), files))


def test_the_content_is_hostile_indeed() -> None:
    assert LexborHTMLParser(f"<p>{EVIL}").css("script, img") != []


def test_no_page_holds_an_element_or_attribute_of_it(site: Path) -> None:
    found = []
    for file in site.rglob("*.html"):
        tree = parsed(file)
        for element in tree.css("img, script:not([type='application/ld+json']):not([type=module])"):
            found.append(f"{file.relative_to(site)}: {element.html}")
        found += [f"{file.relative_to(site)}: {node.html}" for node in tree.css("[onerror]")]
    assert found == []


def test_a_title_shows_as_it_was_written(site: Path) -> None:
    page = site / "en/stories/a-story/index.html"
    assert the(page, "h1").text() == f"A story {EVIL}"
    assert the(page, "head title").text() == f"A story {EVIL} | Into Nijmegen"
    assert the(page, "meta[name=description]").attributes["content"] == f"A {EVIL}"
    assert the(page, ".intro").text() == f"Intro {EVIL}"


@pytest.mark.parametrize(
    ("file", "selector", "text"),
    [
        ("en/index.html", ".card__title", "A story"),
        ("en/stories/index.html", ".card__title", "A story"),
        ("en/partners/index.html", ".row__title", "Hospital"),
        ("en/partners/hospital/index.html", ".sources a", "A page"),
        ("en/partners/university/index.html", ".relations a", "Hospital"),
        ("en/stories/a-story/index.html", ".prose + .sources a, .sources a", "A page"),
        ("oud/index.html", "body a", "Een verhaal"),
    ],
)
def test_a_name_shows_as_it_was_written_wherever_it_is_listed(site: Path, file: str, selector: str, text: str) -> None:
    assert f"{text} {EVIL}" in [node.text().strip() for node in parsed(site / file).css(selector)]


def texts(data: Any) -> Iterator[str]:
    """Every text in a piece of JSON."""
    match data:
        case dict():
            for value in data.values():
                yield from texts(value)
        case list():
            for value in data:
                yield from texts(value)
        case str():
            yield data


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("en/stories/a-story/index.html", ("A story", "Hospital")),
        ("en/partners/hospital/index.html", ("Hospital", "Alias")),
        ("verhalen/een-verhaal/index.html", ("Een verhaal", "Ziekenhuis")),
    ],
)
def test_the_data_for_search_engines_holds_the_names_to_the_letter(
    site: Path, file: str, names: tuple[str, ...]
) -> None:
    (script,) = parsed(site / file).css("script[type='application/ld+json']")
    found = set(texts(json.loads(script.text())))
    assert [name for name in names if f"{name} {EVIL}" not in found] == []


@pytest.mark.parametrize("code", ["{{ 7*7 }}", "{% raw %}"])
def test_what_looks_like_a_template_is_refused_before_it_is_drawn(tmp_path: Path, code: str) -> None:
    partner = PARTNER.replace("en: Hospital", f"en: '{code}'")
    _, problems = examine(make_project(tmp_path / "project", {"content/data/partners/hospital.yml": partner}))
    assert [problem.severity for problem in problems if code in problem.message][:1] == ["error"]

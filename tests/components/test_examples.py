"""Components: the examples of docs/style, on the style page as `portal style` draws it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.desk.components import Component
from tests.command import portal
from tests.components.test_contracts import ALL, each
from tests.conftest import Project
from tests.real_site import SITE, parsed

ADDRESSES = {"nl": "style/index.html", "en": "en/style/index.html"}


@pytest.mark.parametrize("locale", SITE.languages)
@each(ALL)
def test_an_example_shows_its_component(component: Component, locale: str, styled: Path) -> None:
    (example,) = parsed(styled / ADDRESSES[locale]).css(f"#{component.anchor}")
    assert example.css("*:not(script)"), example.text()


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_style_page_shows_each_contract(locale: str, styled: Path) -> None:
    shown = [node.text() for node in parsed(styled / ADDRESSES[locale]).css("pre:first-of-type")]
    assert shown == [component.contract for component in ALL]


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_style_page_leads_to_itself_in_the_other_language(locale: str, styled: Path) -> None:
    (link,) = parsed(styled / ADDRESSES[locale]).css(".top__lang")
    assert link.attributes["href"] == {"nl": "../en/style/", "en": "../../style/"}[locale]


@pytest.mark.parametrize("locale", SITE.languages)
def test_search_engines_leave_the_style_page_alone(locale: str, styled: Path) -> None:
    assert parsed(styled / ADDRESSES[locale]).css("meta[name=robots][content=noindex]")
    assert "/style/" not in "".join(file.read_text(encoding="utf-8") for file in styled.glob("sitemap*.xml"))


def test_the_site_that_is_published_has_no_style_page(built: Path) -> None:
    assert [built / address for address in ADDRESSES.values() if (built / address).exists()] == []


def test_an_example_that_breaks_says_so_and_hides_no_other(project: Project) -> None:
    files = {
        "docs/style/card.html": "{# Broken. #}{{ no_such_name }}",
        "docs/style/glyph.html": '{# Whole. #}{% from "components/glyph.html" import glyph %}{{ glyph("pointed") }}',
    }
    root = project(files)
    result = portal("style", cwd=root)
    assert result.returncode == 0, result.stderr
    page = parsed(root / "site-style" / ADDRESSES["en"])
    assert page.css("#example-card")[0].text(strip=True) == "UndefinedError: 'no_such_name' is undefined"
    assert page.css("#example-glyph > svg")

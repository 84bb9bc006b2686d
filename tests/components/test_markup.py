"""Components: the markup that others depend on, a few lines each."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.schema.figure import Figure
from portal.schema.page import ClusterPage
from portal.schema.source import Source
from tests.components.conftest import Render
from tests.components.test_contracts import COMPONENTS, macros
from tests.real_site import SITE, STORIES

WITH_A_HEADING = {
    "card": "{{ card('A title', 'x/', heading_level=level) }}",
    "panel": "{{ panel(page, site.entries('clusters')[page.slug], heading_level=level) }}",
    "story_card": "{{ story_card(page, heading_level=level) }}",
}


def test_every_component_with_a_heading_level_is_tried_below() -> None:
    found = {component.path.stem for component in COMPONENTS
             if any("heading_level" in arguments for arguments in macros(component).values())}  # fmt: skip
    assert found == set(WITH_A_HEADING)


@pytest.mark.parametrize("level", [2, 4])
@pytest.mark.parametrize("component", WITH_A_HEADING)
def test_a_heading_has_the_level_that_was_asked_for(component: str, level: int, render: Render) -> None:
    page = next(iter(SITE.listed(ClusterPage, "en"))) if component == "panel" else STORIES[0]
    tree = LexborHTMLParser(render(component, WITH_A_HEADING[component], page=page, level=level))
    assert [node.tag for node in tree.css("h1, h2, h3, h4, h5, h6")] == [f"h{level}"]


def test_a_card_without_text_has_no_empty_paragraph(render: Render) -> None:
    assert render("card", "{{ card('A title', 'x/') }}").split("\n") == [
        '<article class="card">',
        '<h3 class="card__title"><a href="x/">A title</a></h3>',
        "</article>",
    ]


def test_a_source_in_another_language_says_so(render: Render) -> None:
    source = next(
        one for one in SITE.all(Source).values() if one.lang == "nl" and one.url and one.title != one.publisher
    )
    assert render("source", "{{ source(item) }}", item=source) == (
        f'{source.publisher}, <a href="{source.url}" lang="nl" hreflang="nl">{source.title}</a>'
    )


def test_a_source_that_is_named_after_its_publisher_is_named_once(render: Render) -> None:
    source = SITE.all(Source)["ind"]
    assert render("source", "{{ source(item) }}", item=source) == f'<a href="{source.url}">{source.title}</a>'


def test_an_item_in_the_language_of_the_page_gets_no_label(render: Render) -> None:
    assert render("language_label", "{{ language_label('en') }}") == ""


def test_an_item_in_the_other_language_is_labelled_in_the_words_of_the_reader(render: Render) -> None:
    assert render("language_label", "{{ language_label('nl') }}") == '<span class="label">In Dutch only</span>'


def test_a_glyph_is_nothing_to_a_screen_reader(render: Render) -> None:
    (glyph,) = LexborHTMLParser(render("glyph", "{{ glyph('pointed') }}")).css("svg")
    assert glyph.attributes["aria-hidden"] == "true"


def test_filters_stand_there_from_the_first_paint_so_that_nothing_moves(render: Render) -> None:
    (form,) = LexborHTMLParser(render("filters", "{{ filters('Which?', {}, 2) }}")).css("form")
    assert "hidden" not in form.attributes


def test_the_areas_of_numbers_are_to_scale(render: Render) -> None:
    slugs = list(SITE.all(Figure))
    tree = LexborHTMLParser(render("figures", "{{ figures(slugs) }}", slugs=slugs))
    amounts = sorted((SITE.all(Figure)[slug].amount for slug in slugs), reverse=True)
    radii = [float(re.search(r"200a([0-9.]+)", node.attributes["d"] or "")[1]) for node in tree.css("svg path")]  # type: ignore[index]
    assert len(radii) == len(amounts) > 3
    for amount, radius in zip(amounts, radii, strict=True):
        assert (radius / radii[0]) ** 2 == pytest.approx(amount / amounts[0], abs=0.01)


def test_every_number_says_what_was_counted_and_by_whom(render: Render) -> None:
    tree = LexborHTMLParser(render("figures", "{{ figures(slugs) }}", slugs=list(SITE.all(Figure))))
    told = [" ".join(node.text().split()) for node in tree.css("details")]
    for figure in SITE.all(Figure).values():
        assert any(figure.counted["en"] in text and SITE.all(Source)[figure.source].title in text for text in told)

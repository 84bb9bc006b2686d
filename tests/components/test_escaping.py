"""Components: what an editor writes comes out as text, whatever it is. Tried on every text of the real site at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portal.desk.components import Component
from tests.components.conftest import HOSTILE, Render
from tests.components.test_contracts import ALL, each

STYLE = Path("style/index.html")


@pytest.fixture(scope="module")
def style_page(hostile_pages: Mapping[Path, str]) -> LexborHTMLParser:
    return LexborHTMLParser(hostile_pages[STYLE])


@each(ALL)
def test_a_component_escapes_what_it_is_given(component: Component, style_page: LexborHTMLParser) -> None:
    (example,) = style_page.css(f"#{component.anchor}")
    assert [node.html for node in example.css(".hostile")] == []


def test_no_page_lets_markup_through(hostile_pages: Mapping[Path, str]) -> None:
    through = {path.as_posix() for path, html in hostile_pages.items() if LexborHTMLParser(html).css(".hostile")}
    assert through == set()


def test_hostile_texts_are_on_every_page(hostile_pages: Mapping[Path, str]) -> None:
    """Else the two tests above would prove nothing."""
    without = {path.as_posix() for path, html in hostile_pages.items() if "class=&#34;hostile&#34;" not in html}
    assert without == set()


@pytest.mark.parametrize(
    ("component", "call"),
    [
        ("card", "{{ card(text, 'x/', text) }}"),
        ("door", "{{ door(here, text, text, '', 'sun') }}"),
        ("fact_list", "{% call fact_list(text) %}<div><dt>A</dt><dd>B</dd></div>{% endcall %}"),
        ("filters", "{{ filters(text, {'cluster': {'health': text}}, 2) }}"),
        ("page_head", "{{ page_head(text, text) }}"),
        ("shout", "{{ shout(text) }}"),
    ],
)
def test_an_argument_that_is_text_is_escaped(component: str, call: str, render: Render) -> None:
    tree = LexborHTMLParser(render(component, call, text=HOSTILE))
    assert tree.css(".hostile") == []
    assert "&lt;b class=&#34;hostile&#34;&gt;" in render(component, call, text=HOSTILE)

"""What pages ask of the drawings is drawn once. Component layer: drawings that count how often they are drawn."""

from __future__ import annotations

from collections.abc import Callable

import jinja2
import pytest

from portal.engine.drawn_once import Drawings
from portal.engine.template_tools import prepare

TEMPLATES = {
    "drawings/stroke.html": "{% macro stroke(x) %}{{ drawing('stroke') }}{{ x }}{% endmacro %}",
    "drawings/bridge.html": (
        "{% from 'drawings/stroke.html' import stroke %}"
        "{% macro bridge(what) %}{{ drawing('bridge') }}<b>{{ what }}</b>{{ stroke(1) }}{{ stroke(1) }}{% endmacro %}"
    ),
    "components/view.html": "{% macro view(what) %}{{ drawing('view') }}{{ what }}{% endmacro %}",
}
BRIDGE = "{% from 'drawings/bridge.html' import bridge %}"

Page = Callable[..., str]


@pytest.fixture
def counted() -> list[str]:
    """The names of what was drawn, each time."""
    return []


@pytest.fixture
def language(counted: list[str]) -> Callable[[Drawings], Page]:
    """What draws pages in a language of its own, with the drawings of its build."""

    def language(drawn: Drawings) -> Page:
        environment = prepare(jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True), drawn=drawn)

        def drawing(name: str) -> str:
            counted.append(name)
            return ""

        environment.globals["drawing"] = drawing
        return lambda text, **words: environment.from_string(text).render(**words)

    return language


@pytest.fixture
def page(language: Callable[[Drawings], Page]) -> Page:
    return language({})


def test_two_pages_with_the_same_drawing_draw_it_once(page: Page, counted: list[str]) -> None:
    assert page(BRIDGE + "{{ bridge(3) }}") == page(BRIDGE + "{{ bridge(3) }}") == "<b>3</b>11"
    assert counted.count("bridge") == 1


def test_a_page_in_another_language_draws_it_no_more(language: Callable[[Drawings], Page], counted: list[str]) -> None:
    drawn: Drawings = {}
    assert language(drawn)(BRIDGE + "{{ bridge(3) }}") == language(drawn)(BRIDGE + "{{ bridge(3) }}")
    assert counted.count("bridge") == 1


@pytest.mark.parametrize(("one", "other"), [("3", "4"), ("1", "1.0"), ("[1]", "[2]"), ("what=1", "what=2")])
def test_other_arguments_give_another_drawing(page: Page, one: str, other: str) -> None:
    asked = "{{{{ bridge({}) }}}}".format
    assert page(BRIDGE + asked(one)) != page(BRIDGE + asked(other))


def test_a_list_is_an_argument_like_any_other(page: Page, counted: list[str]) -> None:
    assert page(BRIDGE + "{{ bridge([1, [2]]) }}{{ bridge([1, [2]]) }}").count("[1, [2]]") == 2
    assert counted.count("bridge") == 1


def test_what_cannot_be_compared_is_drawn_each_time(page: Page, counted: list[str]) -> None:
    assert "{&#39;a&#39;: 1}" in page(BRIDGE + "{{ bridge({'a': 1}) }}{{ bridge({'a': 1}) }}")
    assert counted.count("bridge") == 2


def test_a_drawing_from_before_is_as_safe_as_a_new_one(page: Page) -> None:
    safe = "<b>&lt;script&gt;</b>11"
    assert page(BRIDGE + "{{ bridge(x) }}{{ bridge(x) }}", x="<script>") == safe * 2


def test_the_strokes_of_a_drawing_are_not_kept(page: Page, counted: list[str]) -> None:
    page(BRIDGE + "{{ bridge(3) }}")
    assert counted.count("stroke") == 2


def test_what_is_no_drawing_is_drawn_each_time(page: Page, counted: list[str]) -> None:
    page("{% from 'components/view.html' import view %}{{ view(3) }}{{ view(3) }}")
    assert counted == ["view", "view"]

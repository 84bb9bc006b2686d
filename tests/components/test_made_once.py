"""Components are made once for a language, and see each page in turn. Component layer: an environment of our own."""

from __future__ import annotations

import jinja2
import pytest
from jinja2 import nodes

from portal.engine.template_tools import prepare
from tests.conftest import ROOT

COMPONENTS = sorted(path.name for path in (ROOT / "overrides/components").glob("*.html"))
TEMPLATES = {
    "components/part.html": "{% macro part() %}{{ title }}{% endmacro %}",
    "components/whole.html": (
        "{% from 'components/part.html' import part with context %}"
        "{% macro whole() %}{{ title }}: {{ part() }}{% endmacro %}"
    ),
    "page.html": "{% from 'components/whole.html' import whole with context %}{{ whole() }}",
}
IMPORT = "{% from 'components/whole.html' import whole with context %}"


@pytest.fixture
def environment() -> jinja2.Environment:
    return prepare(jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True))


def test_a_component_and_what_it_imports_see_the_page_that_is_drawn(environment: jinja2.Environment) -> None:
    page = environment.get_template("page.html")
    assert [page.render(title="One"), page.render({"title": "Two"})] == ["One: One", "Two: Two"]


def test_a_component_is_made_once(environment: jinja2.Environment) -> None:
    made: list[object] = []
    for title in ("One", "Two"):
        environment.from_string(IMPORT + "{{ made.append(whole) }}").render(title=title, made=made)
    assert made[0] is made[1]


def test_a_page_that_is_drawn_within_another_leaves_that_one_as_it_was(environment: jinja2.Environment) -> None:
    inner = environment.get_template("page.html")
    outer = environment.from_string(IMPORT + "{{ whole() }}, {{ inner.render(title='In') }}, {{ whole() }}")
    assert outer.render(title="Out", inner=inner) == "Out: Out, In: In, Out: Out"


def test_what_one_page_was_given_is_not_there_for_the_next(environment: jinja2.Environment) -> None:
    page = environment.get_template("page.html")
    page.render(title="One")
    with pytest.raises(jinja2.UndefinedError):
        page.render()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_holds_imports_and_macros_alone(name: str) -> None:
    """What stands beside them would be drawn for the first page, and stay so for all others."""
    text = (ROOT / "overrides/components" / name).read_text(encoding="utf-8")
    odd = [
        node
        for node in jinja2.Environment(autoescape=True).parse(text).body
        if not isinstance(node, nodes.Import | nodes.FromImport | nodes.Macro)
        and not (
            isinstance(node, nodes.Output) and not "".join(getattr(part, "data", "?") for part in node.nodes).strip()
        )
    ]
    assert odd == []

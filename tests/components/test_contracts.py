"""Components: each keeps the form that whoever calls it counts on. Read from the templates, nothing is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import jinja2
from jinja2 import nodes

from portal.desk.components import EXAMPLES, Component, components
from tests.claims import Test, every
from tests.conftest import ROOT

ALL = components(ROOT)
COMPONENTS = [component for component in ALL if component.path.parent.name == "components"]
SHARED = {"forms", "arches", "scenes", "hours", "covers_care", "covers_technology"}
"""Drawings that are a collection of macros, for other drawings to be made of."""


def each(chosen: list[Component]) -> Callable[[Test], Test]:
    return every("component", chosen, lambda component: component.name)


def macros(component: Component) -> dict[str, list[str]]:
    """The macros of a file that others may call, with the names of their arguments."""
    tree = jinja2.Environment(autoescape=True).parse((ROOT / component.path).read_text(encoding="utf-8"))
    return {macro.name: [argument.name for argument in macro.args] for macro in tree.find_all(nodes.Macro)}


@each([component for component in ALL if component.path.stem not in SHARED])
def test_a_macro_is_named_after_its_file(component: Component) -> None:
    """So that it is found by its name."""
    assert list(macros(component)) == [component.path.stem]


@each(ALL)
def test_a_contract_names_every_argument(component: Component) -> None:
    """Nobody should have to read the markup to know what to give."""
    arguments = macros(component).get(component.path.stem, [])
    missing = [name for name in arguments if not re.search(rf"^.*\b{name}\b", component.contract, re.MULTILINE)]
    assert component.contract
    assert missing == []


@each(COMPONENTS)
def test_a_component_has_at_most_six_arguments(component: Component) -> None:
    """More is a component that does two things."""
    assert all(len(arguments) <= 6 for arguments in macros(component).values())


@each(ALL)
def test_a_component_has_an_example_that_says_what_it_shows(component: Component) -> None:
    """The style page is where a designer sees what there is; a component without an example is not there."""
    assert component.example, f"Write {EXAMPLES / component.name}.html."
    assert component.example.shows, f"Start {component.example.path} with a comment: what does it show?"


def test_no_example_is_left_of_a_component_that_is_gone() -> None:
    files = {path.relative_to(ROOT) for path in Path(ROOT, EXAMPLES).rglob("*.html")}
    assert files == {component.example.path for component in ALL if component.example}

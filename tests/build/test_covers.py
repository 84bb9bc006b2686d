"""The drawn cover of a story: the same every time, unlike the others, and what it counts is true."""

import re
from datetime import date
from pathlib import PurePosixPath
from typing import get_args
from xml.etree import ElementTree

import jinja2
import pytest

from portal.art.covers import cover_of
from portal.model.page import Page
from portal.schema.drawings import Cover, CoverFamily
from portal.schema.page import Story
from portal.words.problem import Place
from tests.conftest import ROOT
from tests.drawings import said

FIRST_NINE = {
    "care": [
        "innovation-that-starts-in-the-neighbourhood",
        "magnets-that-guide-the-surgeon",
        "ten-partners-for-private-capital",
        "the-artificial-pancreas",
    ],
    "technology": [
        "a-lab-that-thinks-for-itself",
        "a-minor-in-chip-packaging",
        "citc-becomes-part-of-tno",
        "diamond-to-cool-chips",
        "labs-the-size-of-a-chip",
    ],
}
COMPOSITIONS = 7


def _page(slug: str, story: Story) -> Page[Story]:
    file = Place(PurePosixPath("x.md"))
    return Page("en", f"stories/{slug}", story, "A", "", "/", date(2026, 11, 21), file)


def seed(slug: str) -> tuple[int, ...]:
    """What varies the cover of the story of that file name."""
    return cover_of(_page(slug, Story.model_construct(sources=()))).seed


SEED = (0, 1, 2, 3, 4, 5, 6, 7)


@pytest.fixture(scope="module")
def environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "overrides"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def cover(environment: jinja2.Environment, *arguments: object) -> str:
    template = environment.from_string('{% from "drawings/cover.html" import cover %}{{ cover(*arguments) }}')
    return template.render(arguments=arguments)


def shapes(drawing: str) -> list[str]:
    return re.findall(r' d="([^"]*)"', drawing)


def test_a_story_always_gets_the_same_seed() -> None:
    assert seed("citc-becomes-part-of-tno") == (189, 115, 225, 70, 41, 247, 45, 66)


def test_a_cover_counts_the_partners_and_the_sources() -> None:
    story = Story.model_construct(partners=("citc", "han"), sources=("a", "b", "c"))
    assert cover_of(_page("x", story)).count == 5


@pytest.mark.parametrize("family", FIRST_NINE)
def test_the_first_stories_of_a_family_have_different_compositions(
    environment: jinja2.Environment, family: str
) -> None:
    drawings = [shapes(cover(environment, family, seed(slug), 5)) for slug in FIRST_NINE[family]]
    assert all(drawings.count(drawing) == 1 for drawing in drawings)
    assert len({seed(slug)[0] % COMPOSITIONS for slug in FIRST_NINE[family]}) == len(drawings)


@pytest.mark.parametrize(
    ("family", "motif", "mark", "marks_each"),
    [
        ("care", "houses", "M", 1),
        ("care", "magnet", "M", 1),
        ("care", "table", "M", 2),
        ("care", "wave", "a", 1),
        ("care", "cells", "M", 2),
        ("care", "helix", "M", 1),
        ("care", "capsule", "M", 1),
        ("care", "pump", "M", 1),
        ("technology", "bridge", "M", 1),
        ("technology", "heat", "M", 1),
        ("technology", "wires", "M", 3),
        ("technology", "channels", "V", 1),
        ("technology", "tubes", "M", 2),
        ("technology", "stack", "M", 1),
        ("technology", "people", "M", 2),
    ],
)
def test_one_more_to_count_is_one_more_in_the_picture(
    environment: jinja2.Environment, family: str, motif: str, mark: str, marks_each: int
) -> None:
    drawings = ["".join(shapes(cover(environment, family, SEED, number, motif))) for number in range(1, 25)]
    assert [drawing.count(mark) - drawings[0].count(mark) for drawing in drawings] == [
        marks_each * more for more in range(24)
    ]


def test_as_many_dies_of_the_wafer_work_as_there_are_to_count(environment: jinja2.Environment) -> None:
    drawings = [shapes(cover(environment, "technology", SEED, number, "wafer")) for number in range(1, 25)]
    assert [drawing[-1].count("M") for drawing in drawings] == list(range(1, 25))


@pytest.mark.parametrize("family", FIRST_NINE)
@pytest.mark.parametrize("composition", range(COMPOSITIONS))
@pytest.mark.parametrize("hues", range(5))
def test_a_cover_is_sound_and_has_at_most_four_hues_and_ink(
    environment: jinja2.Environment, family: str, composition: int, hues: int
) -> None:
    drawing = cover(environment, family, (composition, hues, hues, 3, 4, 5, 6, 7), 9)
    picture = ElementTree.fromstring(drawing)  # noqa: S314 - our own template
    assert picture.get("aria-hidden") == "true"
    assert not re.search(r"nan|inf|\dE|style=|NaN", drawing)
    classes = " ".join(re.findall(r'class="([^"]*)"', drawing))
    found = set(re.findall(r"f-(\w+)", classes)) | ({"chalk"} if "line--light" in classes else set())
    assert len(found - {"ink", "lit"}) <= 4


@pytest.mark.parametrize("motif", get_args(Cover))
@pytest.mark.parametrize("family", get_args(CoverFamily))
def test_a_story_may_have_a_cover_of_another_family(environment: jinja2.Environment, family: str, motif: str) -> None:
    """What is drawn has the colours of its own cluster, whatever the composition."""
    drawing = cover(environment, family, SEED, 5, motif)
    assert len(shapes(drawing)) > 2
    assert shapes(drawing) != shapes(cover(environment, family, SEED, 6, motif))


@pytest.mark.parametrize("family", get_args(CoverFamily))
def test_every_composition_of_a_family_is_chosen_for_some_story(environment: jinja2.Environment, family: str) -> None:
    named = said("cover", "named")[family]
    own = {motif for motif in get_args(Cover) if hasattr(said_of(environment, family), motif)} - set(named)
    drawings = {tuple(shapes(cover(environment, family, (i, *SEED[1:]), 5))) for i in range(len(own))}
    assert len(drawings) == len(own)


def said_of(environment: jinja2.Environment, family: str) -> object:
    """The compositions of a family."""
    return environment.get_template(f"drawings/covers_{family}.html").module

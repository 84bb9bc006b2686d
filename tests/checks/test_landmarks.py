"""Checks: how a campus or cluster looks is a choice from what is drawn, and the choices are told."""

from __future__ import annotations

from typing import get_args

import pytest

from portal.schema.drawings import Arch, CoverFamily, Drawing, Hue, Scene
from tests.checks.conftest import Problems
from tests.conftest import cluster, page

CLUSTER = "content/data/clusters/health.yml"
LOOK = {"hue": "sea", "arch": "roman", "drawing": "brain", "covers": "care"}


def looking(**changed: str | None) -> str:
    """A cluster whose look is another; what is None is left out."""
    look = {name: value for name, value in {**LOOK, **changed}.items() if value is not None}
    return cluster("Health", "".join(f"{name}: {value}\n" for name, value in look.items()))


@pytest.mark.parametrize(
    ("field", "choices"), [("hue", Hue), ("arch", Arch), ("drawing", Scene), ("covers", CoverFamily)]
)
def test_what_nobody_drew_is_refused_with_the_list_of_what_there_is(
    problems: Problems, field: str, choices: object
) -> None:
    (told,) = problems({CLUSTER: looking(**{field: "zzzzzz"})})
    assert told.startswith(f"{CLUSTER}:")
    allowed = ", ".join(sorted(get_args(choices)))
    assert told.endswith(f"which is not one of the choices. Allowed here: {allowed}.")


def test_a_misspelt_arch_is_recognised(problems: Problems) -> None:
    (told,) = problems({CLUSTER: looking(arch="romaan")})
    assert told.endswith("Did you mean 'roman'?")


@pytest.mark.parametrize(("field", "choices"), [("hue", Hue), ("arch", Arch), ("covers", CoverFamily)])
def test_a_look_that_is_left_out_is_asked_for_with_its_choices(problems: Problems, field: str, choices: object) -> None:
    (told,) = problems({CLUSTER: looking(**{field: None})})
    assert f"'{field}' is missing." in told
    assert [choice for choice in get_args(choices) if choice not in told] == []


def test_a_drawing_may_be_left_out(problems: Problems) -> None:
    assert problems({CLUSTER: looking(drawing=None)}) == []


@pytest.mark.parametrize(("x", "y"), [(25, 300), (615, 300), (300, 25), (300, 535)])
def test_a_campus_does_not_stand_off_the_map(problems: Problems, x: int, y: int) -> None:
    campus = cluster("Bio Park", "hue: sea\narch: roman\n").split("spearheads")[0]
    campus += f"map: {{x: {x}, y: {y}, where: {{nl: daar, en: there}}}}\nsources: [a-source]\n"
    pages = {
        f"content/{locale}/campuses/bio-park.md": page("Bio Park", "sources: [a-source]") for locale in ("nl", "en")
    }
    (told,) = problems({"content/data/campuses/bio-park.yml": campus, **pages})
    assert told.startswith("content/data/campuses/bio-park.yml:")


def test_a_plain_page_may_show_what_is_drawn_and_nothing_else(problems: Problems) -> None:
    def about(drawing: str) -> dict[str, str]:
        return {
            f"content/{locale}/about.md": page("About", "hue: sky", f"drawing: {drawing}") for locale in ("nl", "en")
        }

    assert [problems(about(name)) for name in (*get_args(Drawing), "city")] == [[]] * (len(get_args(Drawing)) + 1)
    assert len(problems(about("brain"))) == 2


def test_the_look_of_a_plain_page_is_the_same_in_both_languages(problems: Problems) -> None:
    files = {
        f"content/{locale}/about.md": page("About", f"hue: {hue}") for locale, hue in (("nl", "sky"), ("en", "sea"))
    }
    (told,) = problems(files)
    assert "'hue'" in told

"""Another city's guide: its own phases, steps and chapters, and no line of code. Build layer: all of it together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.conftest import built_in, the
from tests.checks.test_steps import STEP
from tests.conftest import Files, make_project, page


def _phase(order: int, name: str, drawing: str) -> str:
    text = f"{{nl: {name}, en: {name}}}"
    return f"order: {order}\nname: {text}\nsummary: {text}\ndrawing: {drawing}\n"


THEIRS: Files = {
    "content/data/phases/on-the-boat.yml": _phase(1, "On the boat", "transport"),
    "content/data/phases/ashore.yml": _phase(2, "Ashore", "housing"),
    "content/data/steps/greet-the-harbour-master.yml": STEP.replace("phase: week1", "phase: ashore"),
    "content/data/steps/pack.yml": STEP.replace("phase: week1", "phase: on-the-boat").replace("something", "packing"),
    **{
        f"content/{locale}/guide/{name}.md": page(title, *lines)
        for locale in ("nl", "en")
        for name, title, *lines in (
            ("index", "New in the harbour"),
            ("tides", "High and low water", "drawing: language", "sources: [a-source]"),
        )
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a harbour town."""
    return built_in(make_project(tmp_path_factory.mktemp("harbour") / "project", THEIRS))


@pytest.mark.parametrize("file", ["guide/index.html", "en/guide/index.html"])
def test_the_guide_has_their_phases_in_their_order(site: Path, file: str) -> None:
    guide = the(site / file, "[data-steps]")
    assert [heading.text(strip=True) for heading in guide.css("h2")] == ["On the boat", "Ashore"]
    assert [row.attributes["data-step"] for row in guide.css("[data-step]")] == ["pack", "greet-the-harbour-master"]


def test_a_step_has_the_drawing_of_its_phase_and_a_chapter_its_own(site: Path) -> None:
    drawings = [the(site / f"en/guide/{name}/index.html", ".drawing--chapter").html for name in ("pack", "tides")]
    assert drawings[0] != drawings[1]

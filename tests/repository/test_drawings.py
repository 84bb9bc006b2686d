"""Repository: what an editor may name is what is drawn, no more and no less. Rendered, nothing is built."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args
from xml.etree import ElementTree

import jinja2
import pytest

from portal.art.palette import palette
from portal.assets.published import SOURCES
from portal.schema.drawings import Arch, Cover, CoverFamily, Drawing, Hue, Scene
from tests.conftest import ROOT

DRAWINGS = ROOT / "overrides/drawings"
ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(ROOT / "overrides"), autoescape=True, undefined=jinja2.StrictUndefined
)
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCES / "css").rglob("*.css")))


def drawn(file: str, macro: str, *arguments: object) -> str:
    """What a macro of a drawing gives."""
    return str(getattr(ENVIRONMENT.get_template(f"drawings/{file}.html").module, macro)(*arguments))


def macros(file: str) -> set[str]:
    """The macros of a collection of drawings that are drawings themselves."""
    found = set(re.findall(r"{% macro (\w+)\(", (DRAWINGS / f"{file}.html").read_text(encoding="utf-8")))
    return found - {"plate"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["arches"], get_args(Arch)),
        (["scenes"], get_args(Scene)),
        ([f"covers_{family}" for family in get_args(CoverFamily)], get_args(Cover)),
    ],
)
def test_the_names_are_those_of_the_macros(files: list[str], names: Iterable[str]) -> None:
    """Else an editor may name what nobody drew, or never hears of what somebody did."""
    assert {name for file in files for name in macros(file)} == set(names)


def test_every_picture_of_the_guide_is_another() -> None:
    """A name that the template does not know would show an arch with nothing in it."""
    pictures = {name: drawn("chapter", "chapter", name) for name in get_args(Drawing)}
    without_their_ground = {re.sub(r"<path[^>]*>", "", picture, count=1) for picture in pictures.values()}
    assert len(without_their_ground) == len(pictures)
    assert all(picture.count("<path") > 1 for picture in pictures.values())


@pytest.mark.parametrize("hue", get_args(Hue))
@pytest.mark.parametrize("scene", get_args(Scene))
def test_a_scene_stands_on_a_ground_of_any_hue_and_is_not_lost_on_it(scene: str, hue: str) -> None:
    """A team chooses both, and not together."""
    picture = drawn("scenes", scene, "pointed", hue)
    assert ElementTree.fromstring(picture).get("aria-hidden") == "true"  # noqa: S314 - our own template
    ground, first = re.findall(r'<path class="f-(\w+)"', picture)[:2]
    assert ground == hue
    assert first != hue


@pytest.mark.parametrize("arch", get_args(Arch))
def test_an_arch_fits_in_its_square_and_stands_on_its_foot(arch: str) -> None:
    """It is drawn beside a name, on the map and along the footer, by its square alone."""
    path = drawn("arches", arch, 0, 0, 32)
    assert path.startswith("M")
    assert path.endswith("z")
    starts = re.findall(r"M([\d.]+) ([\d.]+)", path)
    assert {foot for _, foot in starts} == {"32"}
    assert all(0 <= float(x) <= 32 for x, _ in starts)
    assert arch in ENVIRONMENT.get_template("drawings/arches.html").module.top  # type: ignore[attr-defined]
    assert drawn("arches", arch, 100, 50, 64) != path


@pytest.mark.parametrize("form", ["hue--", "f-", "glyph--"])
def test_every_hue_has_its_colours_in_the_stylesheet(form: str) -> None:
    """A hue without them would be a block without a ground, or a drawing in black."""
    assert [hue for hue in get_args(Hue) if f".{form}{hue}" not in STYLES] == []
    assert set(get_args(Hue)) <= set(palette().hues)

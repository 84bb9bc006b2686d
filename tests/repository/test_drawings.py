"""Repository: what an editor may name is what is drawn, no more and no less. Rendered, nothing is built."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args
from xml.etree import ElementTree

import pytest

from portal.art.raster import painted, rasterised
from portal.assets.palette import palette
from portal.assets.published import SOURCES
from portal.model.city_map import DOORS
from portal.schema.drawings import Arch, Cover, CoverFamily, Drawing, Hour, Hue, Scene
from portal.schema.step import Role
from tests.conftest import ROOT
from tests.drawings import drawn, said

DRAWINGS = ROOT / "overrides/drawings"
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCES / "css").rglob("*.css")))


def macros(file: str) -> set[str]:
    """The macros of a collection of drawings that are drawings themselves."""
    found = set(re.findall(r"{% macro (\w+)\(", (DRAWINGS / f"{file}.html").read_text(encoding="utf-8")))
    return found - {"plate"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["arches"], get_args(Arch)),
        (["scenes"], get_args(Scene)),
        (["hours"], get_args(Hour)),
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
def test_an_arch_stands_on_the_foot_of_its_square_and_is_as_high_as_it_says(arch: str) -> None:
    """It is drawn beside a name, on the map and along the footer, by its square alone."""
    path = drawn("arches", arch, 32, 32, 32)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="{path}"/></svg>'
    seen = rasterised(svg, 960).getchannel("A").point([0] * 128 + [255] * 128)
    left, top, right, foot = seen.getbbox() or (0, 0, 0, 0)
    assert foot == 640
    assert (left >= 320, right <= 640) == (True, True)
    assert abs(top - 320 - 10 * said("arches", "top")[arch]) <= 3


def test_no_two_arches_look_alike() -> None:
    """One is known by it."""
    assert len({drawn("arches", arch, 0, 0, 32) for arch in get_args(Arch)}) == len(get_args(Arch))


@pytest.mark.parametrize("scene", get_args(Scene))
def test_nothing_of_a_scene_is_left_out_on_a_card(scene: str) -> None:
    """A card shows the part that scenes.html says is drawn on: to the left and right of it is ground alone."""
    left, width = said("scenes", "drawn")[scene]
    picture = rasterised(painted(drawn("scenes", scene, "roman", "brick")), 960).convert("RGB")
    scale = 960 / said("scenes", "size")[scene][0]
    for side in ((0, round(left * scale) - 1), (round((left + width) * scale) + 1, 960)):
        if side[1] - side[0] > 1:
            strip = picture.crop((side[0], 0, side[1], picture.height))
            assert len(strip.getcolors() or []) == 1, f"something stands at {side}"


def test_a_painted_drawing_needs_no_stylesheet() -> None:
    """Its colours are those of the stylesheet by day, and what shows by night alone is not there."""
    svg = painted('<svg><path class="f-sea"/><path class="line line--light"/><path class="f-sun night"/></svg>')
    colours = palette()
    assert "class" not in svg
    assert f'<path fill="{colours.sea}"/>' in svg
    assert f'stroke="{colours.chalk}" stroke-width="3"' in svg
    assert f'<path fill="{colours.sun}" display="none"/>' in svg


def test_lines_are_as_bold_as_is_asked() -> None:
    assert 'stroke-width="6"' in painted('<svg><path class="line"/></svg>', bolder=2)
    assert 'stroke-width="28"' in painted('<svg><path class="line line--bold"/></svg>', bolder=2)


@pytest.mark.parametrize("form", ["hue--", "f-", "glyph--"])
def test_every_hue_has_its_colours_in_the_stylesheet(form: str) -> None:
    """A hue without them would be a block without a ground, or a drawing in black."""
    assert [hue for hue in get_args(Hue) if f".{form}{hue}" not in STYLES] == []
    assert set(get_args(Hue)) <= set(palette().hues)


def test_the_styles_light_as_many_doors_as_the_map_can_have() -> None:
    assert re.findall(r"\.map__door:nth-of-type\((\d+)\)", STYLES) == [str(i + 1) for i in range(DOORS)]


def test_every_role_of_the_guide_has_a_figure_of_its_own() -> None:
    assert len({drawn("person", "person", role) for role in get_args(Role)}) == len(get_args(Role))

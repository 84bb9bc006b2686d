"""A third campus and a third cluster: an entry and its pages, and no line of code. Build layer: all of it together."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageColor

from portal.assets.palette import palette
from tests.build.conftest import built_in, parsed, the
from tests.conftest import PARTNER, STORY, Files, cluster, make_project, page

CAMPUS = """\
name: {name}
summary:
  nl: Een campus die alleen in deze test bestaat, en dat is genoeg voor deze test.
  en: A campus that exists in this test alone, and that is enough for this test.
{look}sources: [a-source]
"""
BIO_PARK = CAMPUS.format(
    name="{nl: Biopark, en: Bio Park}",
    look="hue: river\narch: pointed\nmap: {x: 520, y: 250, where: {nl: in het oosten, en: in the east},\n"
    "  station: {name: Bio Halt, x: 560, y: 300, label: left}}\n",
)
NORTH = """\
hue: sun
arch: twin
drawing: park
map: {x: 120, y: 150, where: {nl: in het noorden, en: in the north}}
"""
STORY_THERE = STORY.replace("cluster: health", "cluster: energy\ncampus: bio-park")

THEIRS: Files = {
    "content/data/campuses/north.yml": CAMPUS.format(name="Campus North", look=NORTH),
    "content/data/campuses/south.yml": CAMPUS.format(name="Campus South", look="hue: sky\narch: cut\ndrawing: works\n"),
    "content/data/campuses/bio-park.yml": BIO_PARK,
    "content/data/clusters/high.yml": cluster("High", "hue: river\narch: bow\ndrawing: bridge\ncovers: technology\n"),
    "content/data/clusters/energy.yml": cluster("Energy", "hue: sky\narch: cut\ncovers: technology\n"),
    "content/data/partners/hospital.yml": PARTNER.replace("[health]\n", "[energy]\ncampus: bio-park\n"),
    **{
        f"content/{locale}/{key}.md": page(title, "sources: [a-source]")
        for locale in ("nl", "en")
        for key, title in (
            ("campuses/index", "Campuses"),
            ("campuses/north", "Campus North"),
            ("campuses/south", "Campus South"),
            ("campuses/bio-park", "Bio Park"),
            ("clusters/high", "High"),
            ("clusters/energy", "Energy"),
        )
    },
    "content/nl/stories/a-story.md": STORY_THERE.format(title="Een verhaal", slug="een-verhaal"),
    "content/en/stories/a-story.md": STORY_THERE.format(title="A story", slug="a-story"),
}
POINTED = "M4 32V20.8"
"""How the glyph of a pointed arch begins."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a city with three campuses and three clusters."""
    return built_in(make_project(tmp_path_factory.mktemp("three") / "project", THEIRS))


def texts(file: Path, selector: str) -> list[str]:
    """What the elements of a page say."""
    return [" ".join(node.text().split()) for node in parsed(file).css(selector)]


@pytest.mark.parametrize("file", ["index.html", "en/index.html"])
def test_the_home_page_shows_all_three_of_each(site: Path, file: str) -> None:
    assert texts(site / file, ".panel__title") == [
        *("Energy", "Health", "High"),
        *("Bio Park", "Campus North", "Campus South"),
    ]


@pytest.mark.parametrize(
    ("folder", "names"),
    [("clusters", ["Energy", "Health", "High"]), ("campuses", ["Bio Park", "Campus North", "Campus South"])],
)
def test_the_overview_shows_all_three_in_their_colours(site: Path, folder: str, names: list[str]) -> None:
    file = site / f"en/{folder}/index.html"
    assert texts(file, ".panel__title") == names
    hues = [node.attributes["class"] for node in parsed(file).css(".panel")]
    assert len(set(hues)) == len(names)


def test_a_campus_has_its_colour_its_arch_and_a_drawing_made_of_it(site: Path) -> None:
    file = site / "en/campuses/bio-park/index.html"
    head = the(file, ".head")
    assert "hue--river" in (head.attributes["class"] or "")
    (glyph,) = head.css(".kicker .glyph path")
    assert (glyph.attributes["d"] or "").startswith(POINTED)
    assert [node.attributes["class"] for node in head.css(".head__art path")] == [
        "f-river",
        "f-chalk",
        "f-river",
        "f-sun",
        "f-ink",
    ]


def test_a_campus_stands_on_the_map_with_its_station_and_another_need_not(site: Path) -> None:
    """The words for those who do not see it name it too."""
    city = the(site / "en/campuses/index.html", ".drawing--map")
    assert [node.text().strip() for node in city.css(".map__door")] == ["Bio Park", "Campus North"]
    assert texts(site / "en/campuses/index.html", ".plate__card h3") == ["Bio Park", "Campus North"]
    assert "Bio Halt" in city.text()
    assert (city.attributes["aria-label"] or "").endswith(", Bio Park in the east, Campus North in the north")
    assert parsed(site / "en/campuses/south/index.html").css(".drawing--map") == []


def test_a_campus_is_lit_on_its_own_page_and_no_other_is(site: Path) -> None:
    own, other = (the(site / f"en/campuses/{name}/index.html", ".drawing--map") for name in ("bio-park", "north"))
    assert [len(city.css('path[d^="M520 232"]')) for city in (own, other)] == [1, 0]
    assert [len(city.css("path.f-river.line")) for city in (own, other)] == [1, 0]
    assert [len(city.css("path.f-sun.line")) for city in (own, other)] == [0, 1]


def test_the_directory_lists_and_filters_by_them(site: Path) -> None:
    file = site / "en/partners/index.html"
    assert texts(file, "select[name=campus] option") == ["All", "Bio Park", "Campus North", "Campus South"]
    assert texts(file, "select[name=cluster] option") == ["All", "Energy", "Health", "High"]
    assert texts(file, "[data-campus=bio-park] .row__labels span") == ["Energy", "Bio Park"]
    assert texts(file, "#campus-bio-park") == ["Bio Park"]


def test_the_index_of_the_stories_names_them(site: Path) -> None:
    file = site / "en/stories/index.html"
    assert texts(file, "select[name=cluster] option")[1:] == ["Energy"]
    assert texts(file, "select[name=campus] option")[1:] == ["Bio Park"]


def test_a_story_of_the_third_cluster_has_its_name_its_arch_and_a_cover_of_its_family(site: Path) -> None:
    file = site / "en/stories/a-story/index.html"
    assert texts(file, ".kicker span")[0] == "Energy"
    assert len(parsed(file).css(".cover .drawing--cover path")) > 2
    assert len(parsed(site / "en/stories/index.html").css(".card--story.card--cut")) == 1


def test_the_page_of_a_partner_there_looks_like_its_campus(site: Path) -> None:
    head = the(site / "en/partners/hospital/index.html", ".head")
    assert "hue--river" in (head.attributes["class"] or "")
    assert len(head.css(".head__art .drawing--portal > .f-river")) >= 1


def test_the_breadcrumb_and_the_footer_lead_there(site: Path) -> None:
    file = site / "en/campuses/bio-park/index.html"
    assert texts(file, ".crumbs a")[-1] == "Campuses"
    names = texts(file, ".foot__map a")
    assert {"Bio Park", "Campus North", "Campus South", "Energy", "Health", "High"} <= set(names)


def test_the_arches_of_all_stand_on_the_footer(site: Path) -> None:
    arcade = the(site / "en/index.html", ".drawing--arcade")
    assert len(arcade.css("path:not(.night)")) == 3 + 1 + 3, "three clusters, the city, three campuses"


@pytest.mark.parametrize(("key", "hue"), [("campuses/bio-park", "river"), ("clusters/energy", "sky")])
def test_its_social_card_has_its_colour_and_its_arch(site: Path, key: str, hue: str) -> None:
    def card(of: str) -> Image.Image:
        meta = the(site / f"en/{of}/index.html", "meta[property='og:image']").attributes["content"] or ""
        content = (site / urlsplit(meta).path.removeprefix("/")).read_bytes()
        return Image.open(io.BytesIO(content)).convert("RGB")

    assert card(key).getpixel((4, 4)) == ImageColor.getrgb(palette().hues[hue])
    assert len(set(card(key).crop((720, 100, 1180, 530)).getcolors() or [])) > 3

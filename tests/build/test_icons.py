"""Icons: the mark of the site in tabs and on home screens, and the manifest that tells a phone about them."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageColor, ImageDraw

from portal.art.icons import icons
from portal.assets.cache import Cache
from portal.assets.palette import palette
from portal.model.addresses import home
from portal.model.page import Page
from tests.drawings import drawing
from tests.real_site import SITE, each_kind, html, internal, links


def manifest(locale: str, built: Path) -> dict[str, Any]:
    """What a phone reads in one language."""
    path = built / home(SITE.languages, locale).strip("/") / "site.webmanifest"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("name", "size"),
    [("apple-touch-icon.png", 180), ("icon-192.png", 192), ("icon-512.png", 512), ("icon-maskable-512.png", 512)],
)
def test_an_icon_has_its_size_and_no_transparency(name: str, size: int, built: Path) -> None:
    with Image.open(built / name) as image:
        assert image.size == (size, size)
        assert not image.has_transparency_data
    assert (built / name).stat().st_size < 4000


def test_the_icon_of_a_tab_has_three_sizes(built: Path) -> None:
    with Image.open(built / "favicon.ico") as image:
        assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_the_icon_of_a_tab_may_stand_on_light_and_dark(built: Path) -> None:
    with Image.open(built / "favicon.ico") as image:
        corner = image.convert("RGBA").getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert corner[3] == 0


def test_what_matters_of_a_maskable_icon_is_in_its_middle(built: Path) -> None:
    with Image.open(built / "icon-maskable-512.png") as file:
        icon = file.convert("RGB")
    ImageDraw.Draw(icon).ellipse((52, 52, 460, 460), fill="white")
    assert ImageColor.getrgb(palette().brick) not in {colour for _, colour in icon.getcolors() or []}


def test_the_drawn_icon_has_the_colours_of_the_stylesheet(built: Path) -> None:
    svg = (built / "favicon.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= set(palette().hues.values())


def test_icons_are_the_same_at_every_build(tmp_path: Path) -> None:
    one, another = (icons(partial(drawing, "icon"), Cache(tmp_path / name)) for name in ("one", "another"))
    assert one == another


@pytest.mark.parametrize("locale", SITE.languages)
def test_a_manifest_is_in_its_language(locale: str, built: Path) -> None:
    found = manifest(locale, built)
    assert found["lang"] == locale
    assert found["name"] == SITE.string("site.name", locale)
    assert found["description"] == SITE.pages[locale, "index"].description
    assert (found["start_url"], found["scope"]) == (".", ".")


@pytest.mark.parametrize("locale", SITE.languages)
def test_the_icons_of_a_manifest_are_there_in_the_size_it_says(locale: str, built: Path) -> None:
    folder = built / home(SITE.languages, locale).strip("/")
    found = manifest(locale, built)["icons"]
    assert {icon["purpose"] for icon in found} == {"any", "maskable"}
    for icon in found:
        with Image.open(folder / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


@each_kind
def test_a_page_links_to_its_icons_and_to_the_manifest_of_its_language(page: Page[Any], built: Path) -> None:
    rels = ("icon", "apple-touch-icon", "manifest")
    assert [internal(url) for node, url in links(page, built) if node.attributes.get("rel") in rels] == [
        "/favicon.ico",
        "/favicon.svg",
        "/apple-touch-icon.png",
        f"{home(SITE.languages, page.locale)}site.webmanifest",
    ]


@each_kind
def test_the_bars_of_a_browser_have_the_colour_of_the_page_by_day_and_by_night(page: Page[Any], built: Path) -> None:
    metas = html(page, built).css("meta[name=theme-color]")
    assert [meta.attributes["content"] for meta in metas] == [palette().ground, palette().night]

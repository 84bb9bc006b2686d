"""Social cards: one for every page, in its language and its colours, and whatever the title it stays on the card."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from portal.art import lettering
from portal.art.cards import Card, backdrop, backdrop_key, key, paint
from portal.art.emblem import CITY, Emblem
from portal.assets.palette import palette
from portal.model.page import Page
from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.drawings import Hue, Scene
from tests.drawings import drawing
from tests.real_site import PAGES, SITE, STORIES, each_kind, every_page, file_at, html

SHARED = [page for page in PAGES if page.kind != "not-found"]
SIZES = range(44, 181, 4)


def meta(page: Page[Any], built: Path) -> dict[str, str]:
    """What a page says of itself to those who show a link to it."""
    nodes = html(page, built).css("meta[property^='og:'], meta[name^='twitter:']")
    return {
        node.attributes.get("property") or node.attributes["name"] or "": node.attributes["content"] or ""
        for node in nodes
    }


def card_of(page: Page[Any], built: Path) -> Path:
    """The file of a page's card."""
    return file_at(urlsplit(meta(page, built)["og:image"]).path, built)


@every_page()
def test_a_page_has_a_card_of_the_right_size_and_at_most_30_kb(page: Page[Any], built: Path) -> None:
    if page.kind == "not-found":
        assert meta(page, built) == {}
        return
    path = card_of(page, built)
    with Image.open(path) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert path.stat().st_size <= 30_000


@each_kind
def test_a_page_says_of_itself_what_it_says_elsewhere(page: Page[Any], built: Path) -> None:
    if page.kind == "not-found":
        return
    words = meta(page, built)
    image = urlsplit(words.pop("og:image"))
    assert image.scheme == "https"
    alternate = words.pop("og:locale:alternate")
    assert {words["og:locale"], alternate} == {"nl_NL", "en_GB"}
    assert words == {
        "og:site_name": "Into Nijmegen",
        "og:type": "article" if page.kind == "story" else "website",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": f"{image.scheme}://{image.netloc}{page.address}",
        "og:locale": "nl_NL" if page.locale == "nl" else "en_GB",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": SITE.string("social-card.alt", page.locale, title=page.title),
        "twitter:card": "summary_large_image",
    }


def test_a_story_that_is_shared_says_when_it_was_written_and_looked_at(built: Path) -> None:
    for page in STORIES:
        nodes = html(page, built).css("[property]")
        said = {node.attributes["property"]: node.attributes["content"] or "" for node in nodes}
        assert said["article:published_time"] == (page.about.written or page.as_of).isoformat(), page.source
        assert said["article:modified_time"] >= said["article:published_time"], page.source


def test_no_two_pages_share_a_card_and_none_is_left_over(built: Path) -> None:
    cards = [card_of(page, built) for page in SHARED]
    assert sorted(cards) == sorted((built / "assets/cards").rglob("*.png"))


def test_a_card_is_in_the_language_of_its_page(built: Path) -> None:
    dutch, english = (card_of(SITE.pages[locale, "stories/index"], built).read_bytes() for locale in ("nl", "en"))
    assert dutch != english


HUES = {
    "index": CITY.hue,
    **{f"clusters/{slug}": cluster.hue for slug, cluster in SITE.all(Cluster).items()},
    **{f"campuses/{slug}": campus.hue for slug, campus in SITE.all(Campus).items()},
}


@pytest.mark.parametrize("page_key", HUES)
def test_a_card_has_the_colour_of_its_cluster_or_campus(page_key: str, built: Path) -> None:
    with Image.open(card_of(SITE.pages["nl", page_key], built)) as image:
        assert image.convert("RGB").getpixel((4, 4)) == ImageColor.getrgb(palette().hues[HUES[page_key]])


def card(title: str, kicker: str = "Verhalen · Water", emblem: Emblem = CITY, site_name: str = "Into Nijmegen") -> Card:
    """A card as the build makes it."""
    return Card(title, kicker, site_name, drawing("social_card", emblem, bolder=2), emblem.hue)


def painted(made: Card) -> bytes:
    """Its picture."""
    return paint(made, backdrop(made, palette()))


def test_the_same_card_gives_the_same_bytes() -> None:
    assert painted(card("Een titel")) == painted(card("Een titel"))


def test_another_title_is_another_card_on_the_same_backdrop() -> None:
    one, other = card("Een titel"), card("Een andere titel")
    assert key(one, palette()) != key(other, palette())
    assert painted(one) != painted(other)
    assert backdrop_key(one, palette()) == backdrop_key(other, palette())


def test_another_look_is_another_card_on_another_backdrop() -> None:
    one, other = card("Een titel"), card("Een titel", emblem=Emblem(CITY.hue, CITY.arch, "arches"))
    assert key(one, palette()) != key(other, palette())
    assert backdrop_key(one, palette()) != backdrop_key(other, palette())


@pytest.mark.parametrize("hue", get_args(Hue))
@pytest.mark.parametrize("scene", get_args(Scene))
def test_whatever_the_look_the_title_has_its_own_ground(scene: Scene, hue: Hue) -> None:
    """What is drawn keeps to the right, above the deck, and is there."""
    made = card("Een titel", emblem=Emblem(hue, "roman", scene))
    image = Image.open(io.BytesIO(backdrop(made, palette()))).convert("RGB")
    assert image.crop((0, 110, 704, 534)).getcolors() == [(704 * 424, ImageColor.getrgb(palette().hues[hue]))]
    assert len(image.crop((704, 74, 1172, 534)).getcolors(4096) or []) > 3


def test_the_words_on_a_card_keep_clear_of_its_edge_and_its_drawing() -> None:
    title = "Arbeidsongeschiktheidsverzekeringsmaatschappijen " * 3
    made = card(title, "Een lange naam " * 9, Emblem("river", "bow", "bridge"))
    image = Image.open(io.BytesIO(painted(made))).convert("RGB")
    ground = ImageColor.getrgb(palette().river)
    for box in ((0, 0, 60, 534), (684, 0, 700, 534), (0, 526, 690, 534)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)]


def test_a_letter_that_hangs_from_a_large_title_keeps_clear_of_the_deck() -> None:
    image = Image.open(io.BytesIO(painted(card("Energy", emblem=Emblem("sky", "roman", "arches"))))).convert("RGB")
    assert image.crop((0, 526, 690, 534)).getcolors() == [(690 * 8, ImageColor.getrgb(palette().sky))]


def test_a_short_title_is_set_large() -> None:
    assert lettering.fitted("NXP", 606, 368, SIZES) == lettering.Setting(("NXP",), 180)


def test_lines_are_about_as_long() -> None:
    assert lettering.fitted("Innovatie die in de wijk begint", 606, 368, SIZES).lines == (
        "Innovatie",
        "die in de",
        "wijk begint",
    )


def test_a_long_dutch_word_is_set_smaller_before_it_is_cut() -> None:
    assert lettering.fitted("Gezondheidstechnologie", 606, 368, SIZES).lines == ("Gezondheidstechnologie",)


def test_a_word_is_cut_at_its_own_hyphen_first() -> None:
    text = "Gezondheidstechnologie-arbeidsmarktonderzoek"
    assert lettering.fitted(text, 606, 368, SIZES).lines == ("Gezondheidstechnologie-", "arbeidsmarktonderzoek")


@pytest.mark.parametrize(
    ("written", "lettered"),
    [
        ("Čapek, Ğül, Łódź, Nguyễn", "Čapek, Ğül, Łódź, Nguyễn"),
        (unicodedata.normalize("NFD", "Café Čapek"), "Café Čapek"),
        ("Київ", "Київ"),
        ("Kermis \U0001f3a1 in Nijmegen", "Kermis in Nijmegen"),
        ("I \u2764\ufe0f Nijmegen", "I Nijmegen"),
        ("\u0132sselmeer", "IJsselmeer"),
        ("ver\u00adzekering", "verzekering"),
        ("Nijmegen \u6b22\u8fce", ""),
        ("\u0645\u0631\u062d\u0628\u0627", ""),
        ("s\u0331", ""),
    ],
)
def test_a_title_is_lettered_whole_or_not_at_all(written: str, lettered: str) -> None:
    """An emoji more or less is the same title; a name without one of its letters is another, and a box is none."""
    assert lettering.legible(written) == lettered


def test_a_card_without_its_title_has_the_name_of_the_site_instead() -> None:
    assert (card("").words, card("Een titel").words) == ("Into Nijmegen", "Een titel")
    assert painted(card("")) == painted(card("Into Nijmegen"))


@pytest.mark.parametrize("text", ["Hg\nÉÅ", "Egy\nẤn", "Jj\nČ", "gp\nlb"])
def test_an_accent_on_a_capital_keeps_clear_of_the_line_above(text: str) -> None:
    setting = lettering.Setting(tuple(text.split("\n")), 180)
    lines = []
    for i, line in enumerate(setting.lines):
        mask = Image.new("L", (900, 900))
        lettering.draw(mask, line, 60, 300 + i * setting.leading, setting.size)
        lines.append(mask.getbbox() or (0, 0, 0, 0))
    assert lines[1][1] - lines[0][3] >= 4


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="latin-1", exclude_categories=("Cc", "Cf", "Zs")) | st.just(" "), max_size=160))
def test_whatever_the_title_it_fits(title: str) -> None:
    setting = lettering.fitted(title, 606, 368, SIZES)
    assert setting.height <= 368
    assert all(lettering.text_width(line, setting.size) <= 606 for line in setting.lines)

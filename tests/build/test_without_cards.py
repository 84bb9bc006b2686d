"""Social cards can be left out: by one word in mkdocs.yml, or with the hook that makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.conftest import built_in, parsed
from tests.conftest import make_project

WAYS = {
    "switched off": ("social_cards: true", "social_cards: false"),
    "not a word of them": ("  social_cards: true\n", ""),
    "without their hook": ("  - hooks/social_cards.py\n", ""),
}
WITH_CARDS = {"not a word of them"}


@pytest.fixture(scope="module", params=WAYS)
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A way, and the site that was built so."""
    root = make_project(tmp_path_factory.mktemp("cards") / "project")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert WAYS[request.param][0] in config
    (root / "mkdocs.yml").write_text(config.replace(*WAYS[request.param]), encoding="utf-8")
    return request.param, built_in(root)


def test_there_is_a_card_or_there_is_no_word_of_one(way: tuple[str, Path]) -> None:
    name, site = way
    wanted = name in WITH_CARDS
    assert (site / "assets/cards").exists() == wanted
    for file in ("index.html", "en/stories/a-story/index.html"):
        found = parsed(site / file).css("meta[property^='og:image'], meta[name^=twitter]")
        assert bool(found) == wanted


def test_the_words_beside_a_link_are_there_all_the_same(way: tuple[str, Path]) -> None:
    page = parsed(way[1] / "en/stories/a-story/index.html")
    words = {node.attributes["property"]: node.attributes["content"] for node in page.css("meta[property^='og:']")}
    assert (words["og:title"], words["og:type"], words["og:locale"]) == ("A story", "article", "en_GB")


def test_each_look_is_rasterised_once(way: tuple[str, Path]) -> None:
    """Eighteen cards of two looks: that of the one cluster, and that of the city."""
    name, site = way
    kept = [path.name for path in (site.parent / ".cache/cards").glob("*.png")]
    assert len([file for file in kept if file.startswith("backdrop-")]) == (2 if name in WITH_CARDS else 0)

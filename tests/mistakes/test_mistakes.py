"""Mistakes of editors: each is told, on its line, in words that say what to do, and nothing else is."""

from __future__ import annotations

import pytest

from tests.mistakes.page import PAGE, page
from tests.mistakes.table import Mistake, SmallSite, mistakes, said

MISTAKES = mistakes()


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return SmallSite(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_where_it_stands_and_alone(small_site: SmallSite, mistake: Mistake) -> None:
    assert said(small_site.problems(mistake)) == mistake.says


def test_the_site_in_which_they_are_made_is_in_order(small_site: SmallSite) -> None:
    unchanged = Mistake("nothing", "", (), swap={"A first paragraph": "A first paragraph"})
    assert small_site.problems(unchanged) == []


def test_every_mistake_has_a_name_of_its_own_and_something_is_said() -> None:
    names = [mistake.name for mistake in MISTAKES]
    assert len(names) == len(set(names)) >= 120
    assert [mistake.name for mistake in MISTAKES if not mistake.says] == []


def test_the_page_of_the_handbook_is_made_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(MISTAKES), "make mistakes writes it anew"

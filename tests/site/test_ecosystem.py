"""Site, the real build: the ecosystem is on it, counted from the data, in every language and with its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.schema.action_plan import Action, ActionLine, Goal
from tests.real_site import SITE, html

each_locale = pytest.mark.parametrize("locale", SITE.languages)


def _text(key: str, locale: str, selector: str, built: Path) -> list[str]:
    page = SITE.page(locale, key)
    assert page
    return [" ".join(node.text().split()) for node in html(page, built).css(selector)]


@each_locale
def test_all_23_actions_of_the_plan_are_on_its_page(locale: str, built: Path) -> None:
    titles = [title.partition(" ")[2] for title in _text("action-plan", locale, ".action__title", built)]
    assert titles == [action.title[locale] for action in SITE.all(Action).values()]
    assert (len(titles), len(SITE.all(ActionLine)), len(SITE.all(Goal))) == (23, 3, 3)


@each_locale
def test_an_action_that_somebody_reported_on_says_who(locale: str, built: Path) -> None:
    told = [action for action in SITE.all(Action).values() if action.status.state != "unknown"]
    page = SITE.page(locale, "action-plan")
    assert page
    assert [a.slug for a in told if not html(page, built).css(f"#{a.slug} dd small a")] == []
    assert len(told) >= 5

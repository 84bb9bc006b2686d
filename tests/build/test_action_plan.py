"""The action plan: what its page says before and after its last day, and who finds their actions where.

Build layer: a small plan, built on New Year's Eve and on New Year's Day as it begins in Nijmegen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.build.conftest import built_in, parsed
from tests.conftest import SOURCE, Files, make_project, page

PLAN = """\
name: {nl: Een plan, en: A plan}
starts: 2023-01-01
ends: 2026-12-31
ambition: {nl: Meer., en: More.}
source: a-source
"""
ACTION = """\
theme: growth
order: 1
title: {nl: Iets doen, en: Do something}
text: {nl: Er gebeurt iets., en: Something is done.}
with: [hospital]
when: {nl: In 2026, en: In 2026}
due: 2026-12-31
status: {state: unknown, as_of: 2023-04-11, source: a-source}
source: a-source
"""
PART = "plan: a-plan\norder: 1\nname: {nl: Deel, en: Part}\n"
ACTIONS: Files = {
    f"content/data/actions/do-{number}.yml": ACTION.replace("order: 1", f"order: {number}") for number in range(2, 9)
}
A_PLAN: Files = {
    "content/data/plans/a-plan.yml": PLAN,
    "content/data/goals/more.yml": PART,
    "content/data/lines/first.yml": PART + "summary: {nl: Kort., en: Short.}\n",
    "content/data/themes/growth.yml": "line: first\norder: 1\nname: {nl: Groei, en: Growth}\n",
    "content/data/actions/do-it.yml": ACTION,
    **ACTIONS,
    **{f"content/{locale}/action-plan.md": page("Plan", "plan: a-plan") for locale in ("nl", "en")},
}
MOMENTS = {
    "the last minute": datetime(2026, 12, 31, 22, 59, tzinfo=UTC),
    "the first minute": datetime(2026, 12, 31, 23, 0, tzinfo=UTC),
    "the summer after": datetime(2027, 6, 2, 10, 0, tzinfo=UTC),
}


def _built(folder: Path, moment: str, files: Files) -> Path:
    return built_in(make_project(folder, files), SOURCE_DATE_EPOCH=str(int(MOMENTS[moment].timestamp())))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the last minute of the plan."""
    return _built(tmp_path_factory.mktemp("before") / "project", "the last minute", A_PLAN)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the first minute after it."""
    return _built(tmp_path_factory.mktemp("after") / "project", "the first minute", A_PLAN)


def said(site: Path, file: str, selector: str) -> list[str]:
    """What the elements of a page say."""
    return [" ".join(node.text().split()) for node in parsed(site / file).css(selector)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("action-plan/index.html", "Dit plan liep tot en met 31 december 2026."),
        ("en/action-plan/index.html", "This plan ran to 31 December 2026."),
    ],
)
def test_the_plan_is_past_from_the_first_day_of_2027(file: str, text: str, before: Path, after: Path) -> None:
    assert said(before, file, ".notice") == []
    (notice,) = said(after, file, ".notice")
    assert notice.startswith(text)


def test_the_plan_is_still_past_in_the_summer_after(tmp_path: Path, after: Path) -> None:
    summer = _built(tmp_path / "project", "the summer after", A_PLAN)
    for file in ("action-plan/index.html", "en/action-plan/index.html"):
        assert said(summer, file, ".notice") == said(after, file, ".notice") != []


def test_an_action_that_nothing_is_known_of_is_late_from_the_day_after_it_was_due(before: Path, after: Path) -> None:
    late = "That time has passed."
    assert [late in text for text in said(before, "en/action-plan/index.html", ".action")] == 8 * [False]
    assert [late in text for text in said(after, "en/action-plan/index.html", ".action")] == 8 * [True]


def test_what_came_after_the_plan_is_named_once_there_is_something(tmp_path: Path) -> None:
    files = {
        **A_PLAN,
        "content/data/plans/a-plan.yml": PLAN + "successor: b-source\n",
        "content/data/sources/b-source.yml": SOURCE.replace("A page", "The next plan").replace("/a", "/b"),
    }
    site = _built(tmp_path / "project", "the first minute", files)
    assert said(site, "en/action-plan/index.html", ".notice a") == ["The next plan"]


def test_an_action_has_the_number_of_its_place(before: Path) -> None:
    titles = said(before, "en/action-plan/index.html", ".action__title")
    assert titles == [f"1.{number} Do something" for number in range(1, 9)]


def test_a_partner_lists_a_few_of_its_actions_and_leads_to_the_rest(before: Path) -> None:
    file = "en/partners/hospital/index.html"
    links = [node.attributes["href"] for node in parsed(before / file).css(".actions a")]
    assert links[:2] == ["../../action-plan/#do-it", "../../action-plan/#do-2"]
    assert len(links) == 6
    assert said(before, file, "section[aria-labelledby=actions] .onward") == ["Plan: all 8 actions"]
    assert said(before, "en/partners/university/index.html", ".actions") == []

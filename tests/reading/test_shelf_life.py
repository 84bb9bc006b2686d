"""What holds on a day. Hook layer: statements and a day in, what to show and what to look at out; nothing is read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.shelf_life import Due, Shown, due, on
from portal.schema.entry import Statement

TODAY = date(2026, 11, 21)
NEW_YEARS_EVE = date(2026, 12, 31)
NEW_YEAR = date(2027, 1, 1)


def said(
    text: str = "Een feit.",
    start: date | None = None,
    end: date | None = None,
    series: str | None = None,
    **more: object,
) -> Statement:
    words = {"nl": text, "en": text}
    fields = {"valid_from": start, "valid_until": end, "series": series, **more}
    return Statement.model_validate({"text": words, "about": words, "source": "a-source", **fields})


def shown(statements: list[Statement], day: date) -> list[tuple[str, str]]:
    return [(item.state, item.statement.text["en"]) for item in on(statements, day)]


OLD = said("30%", date(2024, 1, 1), NEW_YEARS_EVE, "rate")
NEW = said("27%", NEW_YEAR, None, "rate")


def test_what_has_no_days_holds_always() -> None:
    assert shown([said("A.")], date.min) == shown([said("A.")], date.max) == [("current", "A.")]


def test_the_last_day_is_still_true() -> None:
    assert shown([said("A.", end=NEW_YEARS_EVE)], NEW_YEARS_EVE) == [("current", "A.")]


def test_the_first_day_is_already_true() -> None:
    assert shown([said("A.", NEW_YEAR)], NEW_YEAR) == [("current", "A.")]
    assert shown([said("A.", NEW_YEAR)], NEW_YEARS_EVE) == [("future", "A.")]


def test_what_has_run_out_is_marked_with_the_first_day_on_which_it_is_not_true() -> None:
    (item,) = on([said("A.", end=NEW_YEARS_EVE)], date(2027, 3, 1))
    assert (item.state, item.changed_on) == ("expired", NEW_YEAR)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 31), [("future", "30%"), ("future", "27%")]),
        (NEW_YEARS_EVE, [("current", "30%"), ("future", "27%")]),
        (NEW_YEAR, [("current", "27%")]),
    ],
)
@pytest.mark.parametrize("order", [[OLD, NEW], [NEW, OLD]], ids=["in order", "the new one first"])
def test_statements_of_a_series_take_each_others_place(
    order: list[Statement], day: date, expected: list[tuple[str, str]]
) -> None:
    assert shown(order, day) == expected


def test_a_gap_in_a_series_says_what_ran_out_and_what_is_to_come() -> None:
    series = [said("2026", None, NEW_YEARS_EVE, "fee"), said("2028", date(2028, 1, 1), None, "fee")]
    assert shown(series, date(2027, 6, 1)) == [("expired", "2026"), ("future", "2028")]


def test_of_a_series_that_ran_out_only_the_last_is_told() -> None:
    series = [said("2025", None, date(2025, 12, 31), "fee"), said("2026", None, NEW_YEARS_EVE, "fee")]
    assert shown(series[::-1], NEW_YEAR) == shown(series, NEW_YEAR) == [("expired", "2026")]


def test_a_series_stands_where_its_first_statement_stands() -> None:
    statements = [said("A."), OLD, said("B."), NEW]
    assert shown(statements, NEW_YEARS_EVE) == [
        ("current", "A."), ("current", "30%"), ("future", "27%"), ("current", "B.")
    ]  # fmt: skip


def test_statements_without_a_series_do_not_replace_each_other() -> None:
    statements = [said("2026", None, NEW_YEARS_EVE), said("2027", NEW_YEAR)]
    assert shown(statements, NEW_YEAR) == [("expired", "2026"), ("current", "2027")]


days = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    start, end = draw(st.none() | days), draw(st.none() | days)
    if start and end and start > end:
        start, end = end, start
    return said("A.", start, end, draw(st.sampled_from([None, "one", "other"])), volatile=draw(st.booleans()))


def _holds(statement: Statement, day: date) -> bool:
    return not (
        (statement.valid_from and day < statement.valid_from) or (statement.valid_until and day > statement.valid_until)
    )


@given(st.lists(statements(), max_size=6), days)
def test_what_is_current_holds_and_what_holds_is_current(facts: list[Statement], day: date) -> None:
    current = [item.index for item in on(facts, day) if item.state == "current"]
    assert sorted(current) == [i for i, fact in enumerate(facts) if _holds(fact, day)]


@given(st.lists(statements(), max_size=6), days)
def test_nothing_vanishes_without_a_word(facts: list[Statement], day: date) -> None:
    def series(items: list[tuple[int, Statement]]) -> set[str]:
        return {fact.series or str(i) for i, fact in items}

    told = series([(item.index, item.statement) for item in on(facts, day)])
    assert told == series(list(enumerate(facts)))


@given(st.lists(statements(), max_size=6), days)
def test_a_notice_stands_only_where_nothing_holds(facts: list[Statement], day: date) -> None:
    def name(item: Shown) -> str:
        return item.statement.series or str(item.index)

    items = on(facts, day)
    gone = [name(item) for item in items if item.state == "expired"]
    assert len(gone) == len(set(gone))
    assert not set(gone) & {name(item) for item in items if item.state == "current"}
    assert all(item.changed_on <= day for item in items if item.state == "expired")


@given(st.lists(statements(), max_size=6), days)
def test_what_is_overdue_is_what_shows_a_notice(facts: list[Statement], day: date) -> None:
    late = [item.index for item in due(tuple(facts), day, {"a-source": day}) if item.state == "overdue"]
    assert late == [item.index for item in on(facts, day) if item.state == "expired"]


def listed(facts: list[Statement], day: date = TODAY, checked: date = TODAY) -> list[Due]:
    return list(due(tuple(facts), day, {"a-source": checked}))


@pytest.mark.parametrize(
    ("left", "state"),
    [(-1, "overdue"), (0, "soon"), (59, "soon"), (60, None)],
    ids=["it ended yesterday", "today is its last day", "it is gone within 60 days", "it is gone after 61 days"],
)
def test_what_runs_out_within_60_days_is_called_soon(left: int, state: str | None) -> None:
    found = listed([said(end=TODAY + timedelta(days=left))])
    assert [item.state for item in found] == ([state] if state else [])


def test_what_is_overdue_gives_the_first_day_without_it_and_what_is_soon_the_last_day_with_it() -> None:
    fact = said(end=NEW_YEARS_EVE)
    assert [item.day for item in listed([fact], NEW_YEARS_EVE)] == [NEW_YEARS_EVE]
    assert [item.day for item in listed([fact], NEW_YEAR, NEW_YEAR)] == [NEW_YEAR]


def test_what_is_replaced_in_time_asks_for_nothing() -> None:
    assert listed([OLD, NEW], NEW_YEARS_EVE) == listed([OLD, NEW], NEW_YEAR) == []


def test_what_is_replaced_a_day_too_late_asks_for_a_look() -> None:
    late = said("27%", date(2027, 1, 2), None, "rate")
    assert [item.state for item in listed([OLD, late], NEW_YEARS_EVE)] == ["soon"]
    assert [item.state for item in listed([OLD, late], NEW_YEAR)] == ["overdue"]


@pytest.mark.parametrize(("age", "states"), [(180, []), (181, ["unchecked"])])
def test_what_may_change_any_day_is_good_for_180_days(age: int, states: list[str]) -> None:
    seen = TODAY - timedelta(days=age)
    found = listed([said(volatile=True)], checked=seen)
    assert [item.state for item in found] == states
    assert all(item.day == seen for item in found)


def test_what_does_not_change_need_not_be_read_again() -> None:
    assert listed([said()], checked=date(2020, 1, 1)) == []


def test_the_day_a_statement_was_read_comes_before_that_of_its_source() -> None:
    assert listed([said(volatile=True, checked=TODAY)], checked=date(2020, 1, 1)) == []
    assert [item.state for item in listed([said(volatile=True, checked=date(2020, 1, 1))])] == ["unchecked"]

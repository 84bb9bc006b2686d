"""The day of the build. Hook layer: a moment in, the day in Nijmegen out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from portal.model.clock import ClockError, build_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2027, 6, 30, 21, 59, 59, tzinfo=UTC), date(2027, 6, 30)),
        (datetime(2027, 6, 30, 22, 0, 0, tzinfo=UTC), date(2027, 7, 1)),
    ],
    ids=["winter, before midnight", "winter, midnight", "summer, before midnight", "summer, midnight"],
)
def test_a_day_begins_at_midnight_in_nijmegen(moment: datetime, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert build_day() == day


@pytest.mark.parametrize("epoch", ["", "today", "1.5", "9" * 30, "-" + "9" * 30])
def test_a_day_that_is_none_is_refused(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ClockError, match=f"SOURCE_DATE_EPOCH is '{epoch}', which is no day"):
        build_day()

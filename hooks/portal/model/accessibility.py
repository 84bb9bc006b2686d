"""The status of a statement on accessibility on a day, as the Dutch government gives it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from portal.schema.accessibility import REQUIREMENTS, Accessibility, Status

REPORT_HOLDS = 36
"""Months."""
PLAN_HOLDS = 6
"""Months from the day of the statement: by then the site must have been investigated."""


def status(statement: Accessibility, today: date) -> Status:
    """A when every requirement is met, B when not all are, C when that is to be found out soon, D else."""
    report = statement.investigation
    if report and today <= _later(report.day, REPORT_HOLDS):
        return "A" if report.met == REQUIREMENTS else "B"
    last = _later(statement.published, PLAN_HOLDS)
    return "C" if statement.planned and max(statement.planned, today) <= last else "D"


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

"""The only clock: the day of the build, in the time zone of the city. SOURCE_DATE_EPOCH sets it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from portal.words.wording import say

ZONE = ZoneInfo("Europe/Amsterdam")


class ClockError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds since 1970."""


def build_day() -> date:
    """The day of the build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
        return now.astimezone(ZONE).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(say("clock.epoch", found=epoch)) from error

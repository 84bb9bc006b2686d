"""Input that nobody means well with. Hook layer: small sites are read, nothing is built. `make faults` does 2,000."""

from __future__ import annotations

import pytest

from tests.faults import hostile


def test_no_hostile_input_ends_in_a_traceback_or_keeps_the_check_busy(capsys: pytest.CaptureFixture[str]) -> None:
    """The same inputs on every machine: a red test is about the change."""
    assert hostile.main("60", "1", together=False) == 0, capsys.readouterr().out

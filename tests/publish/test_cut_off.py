"""Cut off at each moment by each signal. Publish layer: real processes, small sites. `make audit` does more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import cut_off
from tests.faults.victim import MOMENTS, release
from tests.publish.site import number_online

EACH = [(what, moment) for what, moments in MOMENTS.items() for moment in moments]
NEW_ONLINE = {("store", "switched"), ("store", "pruned"), ("folder", "switched"), ("renames", "switched")}
"""From these moments on the new release is the one."""


def prepared(what: str, folder: Path) -> None:
    """As many releases as are kept, so that the next one deletes one."""
    for number in range(6 if what == "store" else 1):
        release(what, folder, number)


@pytest.mark.parametrize(("what", "moment"), EACH, ids=["-".join(pair) for pair in EACH])
def test_whatever_signal_comes_one_whole_release_is_online_and_the_next_run_cleans_up(
    what: str, moment: str, tmp_path: Path
) -> None:
    folder = tmp_path / "work" / "site"
    folder.parent.mkdir()
    prepared(what, folder)
    number = 5 if what == "store" else 0
    for name in ("SIGKILL", "SIGTERM", "SIGINT"):
        done = cut_off.run(what, folder, number + 1, moment, name)
        assert done.returncode != 0, "it was not cut off"
        if what == "renames" and moment == "away" and name == "SIGKILL":
            assert not folder.exists(), "the one moment without a site, where a system has no exchange"
        else:
            wanted = number + 1 if (what, moment) in NEW_ONLINE else number
            assert number_online(cut_off.online(what, folder)) == wanted
        number += 2
        cut_off.heals(what, folder, number)

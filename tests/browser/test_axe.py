"""Browser: axe finds nothing on any page kind, in both languages, on a phone and a desktop, by day and by night."""

from __future__ import annotations

import pytest

from tests.browser.accessibility import violations
from tests.browser.visits import Visit


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Visit, width: int) -> None:
    visit.tab.set_viewport_size({"width": width, "height": 900})
    # The colours of the night are those of both languages, and to compare them takes as long as all else together.
    night = (visit.page.locale, width) in {("nl", 390), ("en", 1280)}
    assert violations(visit.tab, night=night) == []

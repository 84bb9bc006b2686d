"""Repository: what the handbook tells a host is what the tests were run with. Nothing is built."""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tests.static_host import CONTENT_SECURITY_POLICY


def test_a_host_is_told_to_send_the_policy_that_the_tests_send() -> None:
    """With a stricter one the guide would not be kept for when there is no network, and nobody would know."""
    text = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
    assert set(re.findall(r"default-src 'none';[^\"\n]*", text)) == {CONTENT_SECURITY_POLICY}

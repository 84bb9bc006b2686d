"""Releases are switched while visitors ask. `make audit` asks a hundred thousand times; here it is a few."""

from __future__ import annotations

from tests.servers.switching import switching


def test_no_request_fails_and_no_page_gets_the_stylesheet_of_another_release() -> None:
    made, failed = switching(4000, 10)
    assert (made, failed) == (4000, 0)

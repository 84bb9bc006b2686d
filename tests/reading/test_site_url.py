"""Where the site will stand. Reading layer: addresses, good and bad."""

from __future__ import annotations

import pytest

from portal.publish.site_url import SiteUrlError, check


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://www.example.org", "https://www.example.org/"),
        ("https://www.example.org/", "https://www.example.org/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://x.example/portal/nijmegen", "https://x.example/portal/nijmegen/"),
    ],
)
def test_an_address_ends_in_a_slash(url: str, said: str) -> None:
    assert check(url) == said


@pytest.mark.parametrize(
    "url",
    ["", None, "nonsense", "ftp://x.nl/", "https:///x", "https://x .nl/", "https://x.nl/a b/", "https://x.nl/?a=b",
     "https://x.nl/#a", "https://u:p@x.nl/", "http://x.nl:99999/", "https://x.nl/../a/", "https://x.nl//a/",
     "javascript:alert(1)", "https://x.nl/\n", "https://x.nl/\"><script>"],
)  # fmt: skip
def test_an_address_at_which_no_site_can_stand_is_refused(url: str | None) -> None:
    with pytest.raises(SiteUrlError, match="where no site can stand"):
        check(url)

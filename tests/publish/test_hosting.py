"""Configurations of hosts. Publish layer: texts; that servers do what they say is proved in tests/servers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.publish import headers
from portal.publish.hosting import SERVERS, Hosting, HostingError, hosting, server, service
from tests.real_site import SITE

FILES = ["index.html", "assets/site.0123456789.css", "assets/menu.0123456789.js", "assets/folder.pdf",
         "assets/cards/nl/index.0123456789.png", "assets/cards/en/index.0123456789.png"]  # fmt: skip
HOST = Hosting(
    "https://www.example.org/portal/", Path("/srv/portal/current"), (("/en/", "/en/404.html"), ("/", "/404.html")),
    (("/oud/", "/verhalen/"),),
)  # fmt: skip


@pytest.mark.parametrize("name", SERVERS)
def test_every_header_stands_in_every_configuration_to_the_letter(name: str) -> None:
    text = server(name, HOST)
    assert [header for header, value in headers.EVERYWHERE.items() if value not in text or header not in text] == []
    assert headers.KEPT in text
    assert headers.ASKED in text


@pytest.mark.parametrize("name", SERVERS)
def test_a_configuration_names_where_the_site_stands(name: str) -> None:
    text = server(name, HOST)
    assert "www.example.org" in text
    assert "/srv/portal/current" in text
    assert "/portal/verhalen/" in text


@pytest.mark.parametrize("name", ["netlify", "cloudflare"])
def test_a_service_is_told_what_is_kept_and_that_downloads_are_not(name: str) -> None:
    text = service(name, HOST, [*FILES, "assets/search/nl/pagefind.nl_0123456789.pf_meta", "assets/search/nl/a.json"])[
        "_headers"
    ]
    rules = re.findall(rf"^(\S+)\n  Cache-Control: {re.escape(headers.KEPT)}$", text, re.M)
    assert rules == ["/assets/cards/en/*", "/assets/cards/nl/*", "/assets/menu.*",
                     "/assets/search/nl/pagefind.nl_*", "/assets/site.*"]  # fmt: skip


def test_a_service_has_each_header_in_one_rule_alone() -> None:
    """Two values of one header would be joined by a comma."""
    text = service("netlify", HOST, FILES)["_headers"]
    assert text.count("Content-Security-Policy") == 1
    assert text.startswith("/*\n")
    assert "Cache-Control" not in text.partition("/assets")[0]


def test_a_service_leads_on_from_old_addresses_and_knows_the_page_of_each_language() -> None:
    assert service("netlify", HOST, FILES)["_redirects"].splitlines() == [
        "/oud/ /verhalen/ 301!",
        "/en/* /en/404.html 404",
    ]
    assert service("cloudflare", HOST, FILES)["_redirects"].splitlines() == ["/oud/ /verhalen/ 301"]


def test_languages_and_redirects_are_those_of_the_site() -> None:
    host = hosting(SITE, "https://x.example/", Path("/srv"))
    missing = {page.address for page in SITE.pages.values() if page.kind == "not-found"}
    assert {page for _, page in host.not_found} == missing
    assert host.not_found[-1] == ("/", "/404.html")
    assert dict(host.redirects) == {redirect.from_: redirect.to for redirect in SITE.redirects}


@pytest.mark.parametrize("folder", ["/srv/a b", "/srv/;}", '/srv/"', "/srv/$x", "/srv\n/x"])
def test_a_path_that_would_end_a_directive_is_refused(folder: str) -> None:
    with pytest.raises(HostingError, match="cannot stand in a configuration"):
        Hosting("https://x.example/", Path(folder), (), ())


@pytest.mark.parametrize(
    ("path", "kept"),
    [("assets/site.0123456789.css", True), ("assets/folder.pdf", False), ("index.html", False), ("a/b/", False)],
)
def test_what_carries_its_hash_is_kept_for_a_year_and_the_rest_is_asked_for(path: str, kept: bool) -> None:
    assert headers.of(path)["Cache-Control"] == (headers.KEPT if kept else headers.ASKED)


def test_what_is_not_there_is_never_kept_and_is_a_page() -> None:
    said = headers.of("assets/site.0123456789.css", found=False)
    assert (said["Cache-Control"], said["Content-Type"]) == (headers.ASKED, "text/html; charset=utf-8")

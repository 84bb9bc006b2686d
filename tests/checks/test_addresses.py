"""Addresses and redirects. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import STORY, page

REDIRECTS = "content/data/redirects.yml"
PUBLISHED = "content/data/published.txt"


def redirects(*lines: str) -> dict[str, str]:
    return {REDIRECTS: "redirects:\n" + "".join(f"  - {{{line}}}\n" for line in lines)}


def test_two_pages_cannot_have_one_address(problems: Problems) -> None:
    story = "content/nl/stories/b-story.md"
    files = {
        story: STORY.format(title="Nog een verhaal", slug="een-verhaal"),
        "content/en/stories/b-story.md": STORY.format(title="B story", slug="b-story"),
    }
    assert problems(files) == [
        f"{story}:4: The address /verhalen/een-verhaal/ is already that of content/nl/stories/a-story.md. "
        "Choose another 'slug'."
    ]


def test_a_page_cannot_take_the_address_of_the_other_language(problems: Problems) -> None:
    assert problems({"content/nl/english.md": page("Engels", "slug: en", "only: nl")}) == [
        "content/nl/english.md:5: The address /en/ is already that of content/en/index.md. Choose another 'slug'."
    ]


def test_a_page_cannot_be_written_and_made_from_an_entry(problems: Problems) -> None:
    files = {f"content/{locale}/partners/hospital.md": page("Hospital") for locale in ("nl", "en")}
    assert problems(files) == [
        f"content/{locale}/partners/hospital.md:1: This page is made from content/data/partners/hospital.yml. "
        "Write it there, and delete this file."
        for locale in ("en", "nl")
    ]


def test_a_redirect_leads_to_a_page(problems: Problems) -> None:
    assert problems(redirects("from: /oud/, to: /verhalen/", "from: /ouder/, to: /verhaln/")) == [
        f"{REDIRECTS}:3: 'to' is '/verhaln/', which is no page of this site. Did you mean '/verhalen/'?"
    ]


def test_a_redirect_does_not_lead_to_a_redirect(problems: Problems) -> None:
    assert problems(redirects("from: /oud/, to: /verhalen/", "from: /xyzzy/, to: /oud/"))[0].startswith(
        f"{REDIRECTS}:3: 'to' is '/oud/', which is no page of this site."
    )


def test_a_redirect_does_not_start_at_a_page(problems: Problems) -> None:
    assert problems(redirects("from: /verhalen/, to: /")) == [
        f"{REDIRECTS}:2: 'from' is '/verhalen/', where content/nl/stories/index.md stands, with and without the slash "
        "at its end. A page cannot be a redirect too: take this out, or give the page another 'slug'."
    ]


@pytest.mark.parametrize("address", ["//oud/", "/%2Foud/", "///", "/oud//", "/oud//ouder/", "/../oud/"])
def test_an_old_address_names_no_place_outside_the_site(problems: Problems, address: str) -> None:
    (line,) = problems(redirects(f"from: {address}, to: /"))
    assert line.startswith(f"{REDIRECTS}:2: ")


def test_a_redirect_stands_there_once(problems: Problems) -> None:
    assert problems(redirects("from: /oud/, to: /", "from: /oud/, to: /verhalen/")) == [
        f"{REDIRECTS}:3: 'from' is '/oud/', which another redirect has already. Remove one."
    ]


def test_a_published_address_that_is_gone_is_a_problem(problems: Problems) -> None:
    assert problems({PUBLISHED: "# A remark.\n/\n/verhalen/een-verhal/\n"}) == [
        f"{PUBLISHED}:3: /verhalen/een-verhal/ was published and is gone. "
        f"Add it to {REDIRECTS} with the page that took its place. Did you mean '/verhalen/een-verhaal/'?"
    ]


def test_a_published_address_that_was_redirected_is_in_order(problems: Problems) -> None:
    files = {PUBLISHED: "/oud/\n/404.html\n/en/\n\n", **redirects("from: /oud/, to: /")}
    assert problems(files) == []


def test_the_list_of_addresses_is_not_written_by_hand(problems: Problems) -> None:
    assert problems({PUBLISHED: "/\nverhalen\n"}) == [
        f"{PUBLISHED}:2: 'verhalen' is not an address of this site. "
        "This file is written by 'portal release'; undo the change."
    ]

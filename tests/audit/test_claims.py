"""The draw of claims: the same each time, spread over pages and languages, each with what should carry it."""

from __future__ import annotations

import re

from portal.schema.page import FrontMatter
from tests.audit.claims import COUNT, claims, drawn
from tests.real_site import SITE


def test_forty_claims_are_drawn_as_many_in_each_language_and_one_a_page() -> None:
    picked = drawn(COUNT)
    assert len(picked) == len({claim.page.source for claim in picked}) == COUNT
    shares = {sum(claim.page.locale == locale for claim in picked) for locale in SITE.languages}
    assert shares == {COUNT // len(list(SITE.languages))}


def test_a_draw_is_the_same_each_time() -> None:
    assert list(map(str, drawn(COUNT))) == list(map(str, drawn(COUNT)))


def test_a_claim_stands_on_the_line_that_is_told() -> None:
    for claim in drawn(COUNT):
        if isinstance(claim.page.about, FrontMatter):
            line = (SITE.content.root / claim.page.file.path).read_text(encoding="utf-8").splitlines()[claim.line - 1]
            assert re.findall(r"\w+", claim.text)[-1] in line


def test_a_fact_of_an_entry_is_shown_with_its_own_source() -> None:
    page = SITE.pages["en", "guide/digid"]
    (claim,) = [claim for claim in claims(page) if "video call" in claim.text]
    assert claim.sources == ("digid-living-abroad",)


def test_no_claim_is_without_a_source() -> None:
    assert [str(claim) for claim in drawn(COUNT) if not claim.sources] == []

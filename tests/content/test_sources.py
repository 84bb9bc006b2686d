"""Content, the real files: a source that nothing rests on is a mistake, or it waits for a page that is named here."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.real_site import SITE

WAITING = {
    "the agenda": ["health-valley-annual-report-2019", "icthealth-health-valley-2020", "noviotech-vibe-2022",
                   "omroepgelderland-innovate-2019"],
    "the key figures": ["noviotech-third-largest", "swm-2023-jobs", "swm-2023-summary"],
    "the region": ["innovationorigins-twente", "nom-health-north"],
    "the relocation guide": ["ind-highly-skilled-migrant"],
    "what the city has said of itself": ["ans-altijd-nijmegen", "opennieuwsbank-city-of-health-2006",
                                         "valuesdriven-city-branding"],
}  # fmt: skip
"""Sources that nothing may use yet, by the page that they were looked up for."""


def _used() -> set[str]:
    """Every word of the content outside the sources themselves that is the slug of a source."""
    files = [path for path in (ROOT / "content").rglob("*") if path.suffix in (".yml", ".md")]
    texts = [path.read_text(encoding="utf-8") for path in files if path.parent.name != "sources"]
    words = {word.strip("[],'\"") for text in texts for word in text.split()}
    return words & set(SITE.sources)


USED = _used()


@pytest.mark.parametrize("slug", SITE.sources)
def test_a_source_is_used_or_waits_for_a_page(slug: str) -> None:
    assert slug in USED or any(slug in slugs for slugs in WAITING.values())

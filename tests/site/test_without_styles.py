"""Site: a page whose stylesheet did not arrive still reads well."""

from __future__ import annotations

import re
from pathlib import Path

from tests.real_site import PAGES, file_at, found_on

INLINE = "(?:a|b|em|small|span|strong|time)"
GLUED = re.compile(rf"\w</{INLINE}>(?:</{INLINE}>)*(?:<{INLINE}\b(?![^>]*\bpopover\b)[^>]*>)+\w")


DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def _words(file: Path) -> str:
    return DRAWN.sub("", file.read_text(encoding="utf-8"))


def test_words_that_only_css_keeps_apart_are_apart_without_it(built: Path) -> None:
    # Else it says "High TechNijmegen".
    assert found_on(PAGES, lambda page: GLUED.findall(_words(file_at(page.address, built)))) == {}

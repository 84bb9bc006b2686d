"""Numbers beside each other: each says by itself what it is a number of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from portal.model.page import Page
from tests.real_site import every_page, html


@every_page()
def test_no_two_numbers_laid_beside_each_other_have_the_same_name(page: Page[Any], built: Path) -> None:
    for figures in html(page, built).css(".figures"):
        names = [" ".join(node.text().split()) for node in figures.css("summary")]
        numbers = [" ".join(node.text().split()) for node in figures.css("summary b")]
        units = {name.removeprefix(number) for name, number in zip(names, numbers, strict=True)}
        assert len(units) == len(names), names

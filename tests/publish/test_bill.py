"""What the site and its tools are made of. Publish layer: from the lock alone."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from portal.publish import bill
from tests.conftest import ROOT

LOCKED = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
OURS = {"EUPL-1.2": "EUROPEAN UNION PUBLIC LICENCE", "CC-BY-4.0": "Attribution 4.0 International", "OFL-1.1": "Manrope"}


@pytest.fixture(scope="module")
def written() -> dict[str, object]:
    found: dict[str, object] = json.loads(bill.bill(ROOT, date(2026, 11, 27)))
    return found


def test_every_package_of_the_lock_is_in_the_bill_with_its_hashes(written: dict[str, object]) -> None:
    components = written["components"]
    assert isinstance(components, list)
    assert sorted((item["name"], item["version"]) for item in components) == sorted(LOCKED)
    assert [item["name"] for item in components if not item.get("hashes")] == []


def test_it_is_cyclonedx_and_the_same_for_the_same_lock_and_day(written: dict[str, object]) -> None:
    assert (written["bomFormat"], written["specVersion"]) == ("CycloneDX", "1.6")
    assert json.loads(bill.bill(ROOT, date(2026, 11, 27))) == written


def test_the_page_in_the_handbook_names_every_package_in_its_version() -> None:
    """After a change of the lock: `make lock`, or `portal bill --page > docs/made-of.md`."""
    text = (ROOT / "docs/made-of.md").read_text(encoding="utf-8")
    _, rows = text.split("| --- | --- | --- |\n")
    assert sorted(re.findall(r"^\| ([\w.-]+) \| (\S+) \|", rows, re.M)) == sorted(LOCKED)


@pytest.mark.parametrize(("name", "words"), OURS.items())
def test_the_texts_of_our_licences_are_in_the_repository(name: str, words: str) -> None:
    text = (ROOT / f"LICENSES/{name}.txt").read_text(encoding="utf-8")
    assert words in text
    assert len(text) > 4000


def test_the_font_is_published_with_its_licence(built_assets: dict[str, bytes]) -> None:
    assert built_assets["manrope-licence.txt"] == (ROOT / "LICENSES/OFL-1.1.txt").read_bytes()

"""Press kits and embargoes, without a build: what is in a kit, that it is the same twice, and what may be read when."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from portal.checks import examine, read_site
from portal.model.press_kit import Kitted, name_of, packed, texts
from portal.schema.page import Story
from tests.conftest import STORY, VERHAAL, Project
from tests.real_site import PAGES, SITE

BASE = "https://x.example"
EMBARGO = "embargo: 2027-01-01\nrelease: true\nsources:"
SECRET: dict[str, str] = {
    "content/nl/stories/secret.md": VERHAAL.format(title="Een geheim", slug="geheim")
    .replace("sources:", EMBARGO)
    .replace("Een verhaal dat", "Een geheim dat"),
    "content/en/stories/secret.md": STORY.format(title="A secret", slug="secret")
    .replace("sources:", EMBARGO)
    .replace("A story that", "A secret that"),
}


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2026, 12, 31), False), (date(2027, 1, 1), True), (date(2027, 6, 2), True)],
)
def test_a_story_under_an_embargo_is_nowhere_before_its_day(day: date, told: bool, project: Project) -> None:
    site, problems = examine(project(SECRET), day)
    assert [problem.key for problem in problems if problem.severity == "error"] == []
    assert ("stories/secret" in {page.key for page in site.pages.values()}) is told
    assert ("A secret" in {story.title for story in site.stories("en")}) is told


def test_a_kit_has_two_lengths_the_facts_and_the_contact_in_every_language() -> None:
    page = SITE.pages["nl", "partners/briskr"]
    kit = texts(SITE, page, BASE)
    assert list(kit) == [
        f"{locale}/{name}.txt" for locale in ("nl", "en") for name in ("short", "long", "facts", "contact")
    ]
    for locale in ("nl", "en"):
        assert len(kit[f"{locale}/short.txt"]) < len(kit[f"{locale}/long.txt"])
        assert BASE + SITE.pages[locale, page.key].address in kit[f"{locale}/long.txt"]
        facts = kit[f"{locale}/facts.txt"].strip().split("\n\n")
        assert len(facts) > 5
        assert [fact for fact in facts if "\n  " not in fact] == []


def test_every_story_organisation_cluster_and_campus_has_a_kit_of_its_own_name() -> None:
    kitted = [page for page in PAGES if isinstance(page.about, Kitted)]
    names = {page.key: name_of(page) for page in kitted}
    assert len(set(names.values())) == len(names)
    assert {page.kind for page in kitted} == {"story", "partner", "cluster", "campus"}
    assert [page.key for page in kitted if isinstance(page.about, Story) and not texts(SITE, page, BASE)] == []


def test_a_kit_is_the_same_to_the_byte_whatever_the_order_of_its_files() -> None:
    files = {"b.txt": b"two", "a/one.txt": b"one"}
    kit = packed(files)
    assert packed(dict(reversed(files.items()))) == kit
    with zipfile.ZipFile(io.BytesIO(kit)) as read:
        assert {info.filename: read.read(info) for info in read.infolist()} == files
        assert {info.date_time for info in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert packed({**files, "b.txt": b"three"}) != kit


def test_the_kit_of_a_small_site_without_a_newsroom_has_no_contact(project: Project) -> None:
    site = read_site(project({}))
    kit = texts(site, site.pages["en", "partners/hospital"], BASE)
    assert "en/contact.txt" not in kit
    assert "en/short.txt" in kit

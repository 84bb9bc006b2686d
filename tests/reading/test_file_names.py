"""Names of files: what programs leave for themselves, what is a copy, what no system can hold. No file is read."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from portal.content.file_names import is_left_behind, misnamed

FOLDER = PurePosixPath("content/nl")


def said(name: str) -> tuple[str, str]:
    """The kind of problem with a file beside about.md, and its words in English."""
    problem = misnamed(FOLDER / name, FOLDER, ".md", ["about.md"])
    return problem.key, problem.phrase.text("en")


@pytest.mark.parametrize(
    "name",
    ["about.md.icloud", "ehthumbs.db", "about.md:Zone.Identifier", "about.md.__tmp", "about.md.download",
     "about.md.lock", "about.webloc", "about.asd", "about.wbk", ".~lock.about.odt#", ".about.md.un~"],
)  # fmt: skip
def test_what_systems_put_beside_a_file_is_passed_over(name: str) -> None:
    assert is_left_behind(FOLDER / name)


@pytest.mark.parametrize(
    "path", ["content/assets/2026/map.pdf", "content/assets/downloads/map.pdf", "content/nl/part.md"]
)
def test_a_folder_of_an_editor_is_not_passed_over(path: str) -> None:
    assert not is_left_behind(PurePosixPath(path))


@pytest.mark.parametrize(
    "name",
    ["about (SFConflict jan@example.nl 2026).md", "about (Jan's conflicted copy).md", "about.conflict.md",
     "about.LOCAL.1234.md", "about.md.REMOTE.1234.md", "about.md.1", "about.md_", "about.md.bk", "about.md.gz",
     "about copy 2.md", "Kopie van about.md", "about (1).md", "about.sync-conflict-20261127-101010-ABCDEFG.md"],
)  # fmt: skip
def test_a_copy_is_called_one(name: str) -> None:
    assert said(name)[0] == "file.copy"


def test_a_page_about_a_conflict_is_no_copy() -> None:
    assert said("Conflict of interest.md") == (
        "file.name",
        "The file name 'Conflict of interest.md' cannot be part of an address. "
        "Rename the file to 'conflict-of-interest.md'.",
    )


def test_no_name_is_advised_that_windows_cannot_hold() -> None:
    assert said("com\u00b9.md")[1].endswith("Rename the file to 'com1-1.md'.")


@pytest.mark.parametrize("name", ["about.markdown", "About.mdown"])
def test_no_advice_leads_to_overwriting_a_page(name: str) -> None:
    assert said(name)[0] == "file.there"


def test_a_page_in_html_is_sent_to_a_text() -> None:
    assert said("over ons.html")[1] == (
        "'over ons.html' is a page in HTML, which is not shown. "
        "Copy its words into 'over-ons.md', and delete this file."
    )

"""Files that nothing reads. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Problems
from tests.conftest import PARTNER, page


@pytest.mark.parametrize(
    ("path", "guess"),
    [
        ("content/data/partner/x.yml", "Did you mean 'partners'?"),
        ("content/data/strings/de.yml", "Did you mean 'strings'?"),
        ("content/asset/x.png", "Did you mean 'assets'?"),
        ("content/de/index.md", "Allowed here: assets, data, en, nl."),
    ],
)
def test_a_file_that_nothing_reads_is_a_problem(problems: Problems, path: str, guess: str) -> None:
    assert problems({path: "x"}) == [f"{path}:1: Nothing reads this file. {guess}"]


@pytest.mark.parametrize(
    ("folder", "name", "better"),
    [
        ("content/data/partners", "Een Naam.yml", "een-naam.yml"),
        ("content/data/partners", "clinic.yaml", "clinic.yml"),
        ("content/nl", "Over ons.md", "over-ons.md"),
        ("content/nl", "stories/notes.txt", "notes.md"),
    ],
)
def test_a_file_name_that_cannot_be_an_address_is_a_problem(
    problems: Problems, folder: str, name: str, better: str
) -> None:
    text = page("Over") if name.endswith(".md") else PARTNER
    assert problems({f"{folder}/{name}": text}) == [
        f"{folder}/{name}:1: The file name '{name}' cannot be part of an address. Rename the file to '{better}'."
    ]


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        (
            "en",
            "The file name '{}' ends in .txt, which Windows adds and may not show. Rename the file to '{}'.",
        ),
        (
            "nl",
            "De bestandsnaam '{}' eindigt op .txt; Windows zet dat erachter en laat het soms niet zien. "
            "Hernoem het bestand naar '{}'.",
        ),
    ],
)
@pytest.mark.parametrize(
    ("folder", "name", "better"),
    [
        ("content/nl/stories", "a-new-lab.md.txt", "a-new-lab.md"),
        ("content/data/partners", "A new lab.yaml.TXT", "a-new-lab.yml"),
        ("content/data/partners", "a-new-lab.yml.txt", "a-new-lab.yml"),
    ],
)
def test_an_ending_that_windows_adds_is_taken_off(
    monkeypatch: pytest.MonkeyPatch, problems: Problems, folder: str, name: str, better: str, locale: str, message: str
) -> None:
    monkeypatch.setenv("PORTAL_LANG", locale)
    found = f"stories/{name}" if folder.endswith("stories") else name
    assert problems({f"{folder}/{name}": "x"}) == [f"{folder}/{name}:1: {message.format(found, better)}"]


@pytest.mark.parametrize(
    "path", ["content/.DS_Store", "content/data/partners/.x.yml.swp", "content/nl/~x.md", "content/.git/x"]
)
def test_the_files_of_an_editor_are_left_alone(problems: Problems, path: str) -> None:
    assert problems({path: b"\xff"}) == []


def test_a_file_that_is_no_utf_8_is_a_problem(problems: Problems) -> None:
    assert problems({"content/data/partners/cafe.yml": "name: café\n".encode("latin-1")}) == [
        "content/data/partners/cafe.yml:1: The file is not UTF-8 text. Save it as UTF-8."
    ]


def test_a_byte_order_mark_is_left_alone(problems: Problems) -> None:
    files = {"content/data/partners/hospital.yml": PARTNER, "content/en/index.md": page("Home")}
    assert problems({path: b"\xef\xbb\xbf" + text.encode() for path, text in files.items()}) == []

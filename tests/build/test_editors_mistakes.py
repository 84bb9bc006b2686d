"""Ten mistakes that an editor makes. Build layer, since what counts is the command and the site that was there.

Each gives one clear line with file and line number, and exit code 1; the earlier site stays as it was to the byte.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.build.conftest import contents
from tests.command import portal
from tests.conftest import PARTNER, STORY, Files

STORY_FILE = "content/nl/stories/new.md"
NEW = STORY.format(title="Een nieuw verhaal", slug="een-nieuw-verhaal").replace("slug:", "only: nl\nslug:")
"""A story in Dutch alone, so that a mistake in it is one mistake."""
PARTNER_FILE = "content/data/partners/hospital.yml"

MISTAKES: dict[str, tuple[Files, str]] = {
    "a missing field": (
        {STORY_FILE: NEW.replace("title: Een nieuw verhaal\n", "")},
        f"{STORY_FILE}:2: 'title' is missing. Add the title of the page.",
    ),
    "a misspelt field": (
        {PARTNER_FILE: PARTNER.replace("summary:", "sumary:")},
        f"{PARTNER_FILE}:4: 'sumary' is not a field. Did you mean 'summary'?",
    ),
    "a wrong type": (
        {STORY_FILE: NEW.replace("2026-11-20", "'20 november'")},
        f"{STORY_FILE}:6: 'as_of' is '20 november'. "
        "Write a date as year-month-day, such as 2026-11-21, without quotes.",
    ),
    "an unknown partner in a story": (
        {STORY_FILE: NEW.replace("[hospital]", "[hospitl]")},
        f"{STORY_FILE}:9: 'partners' names 'hospitl', but there is no content/data/partners/hospitl.yml. "
        "Did you mean 'hospital'?",
    ),
    "a missing translation": (
        {STORY_FILE: NEW.replace("only: nl\n", "")},
        f"content/en/stories/new.md:1: The page is missing. It is the English of {STORY_FILE}. "
        f"Write it, or put 'only: nl' in {STORY_FILE}.",
    ),
    "broken front matter": (
        {STORY_FILE: NEW.replace("title: Een", "title: 'Een")},
        f"{STORY_FILE}:2: A quote that opens here is not closed. "
        "Add the same quote at the end of the text, or leave the first one out.",
    ),
    "front matter that is not closed": (
        {STORY_FILE: NEW.replace("[a-source]\n---", "[a-source]\n")},
        f"{STORY_FILE}:1: The fields at the top are not closed. Add a line '---' below the last one.",
    ),
    "a duplicate slug": (
        {STORY_FILE: NEW.replace("slug: een-nieuw-verhaal", "slug: een-verhaal")},
        f"{STORY_FILE}:5: The address /verhalen/een-verhaal/ is already that of content/nl/stories/a-story.md. "
        "Choose another 'slug'.",
    ),
    "a bad address": (
        {PARTNER_FILE: PARTNER + "website: www.example.nl\n"},
        f"{PARTNER_FILE}:8: 'website' is 'www.example.nl', which is not a web address. "
        "Write it in full, such as https://www.nijmegen.nl.",
    ),
    "raw html": (
        {STORY_FILE: NEW.replace("A second", "A <script>second")},
        f"{STORY_FILE}:16: '<script>' is raw HTML, which is refused: nothing of another site runs in a page. "
        "Link to it: [words](https://...).",
    ),
    "a yaml alias": (
        {PARTNER_FILE: PARTNER.replace("[a-source]", "*bronnen")},
        f"{PARTNER_FILE}:7: '*bronnen' is not read as text: what starts with & or * needs quotes. "
        "Put the text in quotes.",
    ),
}


@pytest.mark.parametrize(("files", "line"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gives_one_clear_line_and_leaves_the_site_alone(
    small: Path, tmp_path: Path, files: Files, line: str
) -> None:
    root = Path(shutil.copytree(small, tmp_path / "project"))
    for path, text in files.items():
        (root / path).write_text(str(text), encoding="utf-8")
    result = portal("build", cwd=root)
    assert result.stderr == f"{line}\nOne problem. Nothing was built; what was there is untouched.\n"
    assert (result.stdout, result.returncode) == ("", 1)
    assert contents(root / "site") == contents(small / "site")
    assert sorted(path.name for path in root.iterdir()) == sorted(path.name for path in small.iterdir())


def test_two_mistakes_are_told_at_once_and_in_dutch_to_a_dutch_editor(small: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(small, tmp_path / "project"))
    (root / PARTNER_FILE).write_text(PARTNER.replace("summary:", "sumary:"), encoding="utf-8")
    (root / "content/nl/over.md").write_text("Over ons.\n", encoding="utf-8")
    assert portal("build", cwd=root, PORTAL_LANG="nl").stderr.splitlines() == [
        f"{PARTNER_FILE}:4: 'sumary' is geen veld. Bedoel je 'summary'?",
        "content/nl/over.md:1: De pagina begint niet met '---'. "
        "Begin met een regel '---', dan de velden ('title: ...'), dan een regel '---'.",
        "2 problemen. Er is niets gebouwd; wat er stond is onveranderd.",
    ]

"""Repository: campuses and clusters are content. No code, stylesheet, template or short text knows one by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.schema.campus import Campus
from portal.schema.cluster import Cluster
from portal.schema.landmark import Landmark
from tests.conftest import ROOT
from tests.real_site import SITE

ENTRIES: list[Landmark] = [*SITE.all(Cluster).values(), *SITE.all(Campus).values()]
_FOLDERS = ("hooks", "overrides", "docs/style", "content/data/strings")
FILES = [path for folder in _FOLDERS for path in sorted((ROOT / folder).rglob("*"))
         if path.suffix in {".py", ".css", ".html", ".js", ".yml", ".xml", ".svg", ".txt"}]  # fmt: skip


def _forms(entry: Landmark) -> set[str]:
    """How code could know a campus or cluster: its file name, also as Python writes it, and what it is called."""
    names = {entry.name[locale] for locale in SITE.languages}
    aliases = entry.aliases if isinstance(entry, Campus) else ()
    return {entry.slug, entry.slug.replace("-", "_"), *names, *aliases}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
def test_nothing_but_content_names_a_campus_or_cluster(entry: Landmark) -> None:
    """A third one would have to be added there too, and a team that drops one would find it everywhere."""
    named = re.compile("|".join(rf"(?<![\w-]){re.escape(form)}(?![\w-])" for form in _forms(entry)), re.IGNORECASE)
    found = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in FILES
        if (match := named.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_there_are_files_to_look_in() -> None:
    """Else the test above would prove nothing."""
    assert {path.suffix for path in FILES} >= {".py", ".css", ".html", ".js", ".yml"}
    assert Path(ROOT, "overrides/home.html") in FILES
    assert len(ENTRIES) >= 2

"""Every word that an editor writes is on the page. Build layer: pages of generated Markdown, many in one build."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from portal.checks import read_site
from portal.words.problem import ContentError
from tests.build.conftest import built_in, the
from tests.conftest import make_project, page

# What MkDocs takes for its own fields, what Python takes for the end of a line, and what Markdown gives a meaning to.
_BEGINNINGS = ("", "Update: ", "Nijmegen: ", "https://", "    ", "- ", "  - ", "1. ", "> ", "## ", ":   ", "[", "\\")
_BLANKS = (
    " ",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "\n    ",
    "\r\n",
    "\u2028",
    "\u2029",
    "\x85",
    "\x1c",
    "\x0b",
    "\x0c",
    "\u00a0",
)
_MARKS = (
    ": ",
    " | ",
    " *",
    "* ",
    "**",
    " `",
    "` ",
    " ~~",
    "_",
    " & ",
    " &amp; ",
    " < ",
    " $",
    "{{",
    "}}",
    "{%",
    "[TOC]",
)
_BLOCKS = (
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n: ",
    "\n| ",
    " |\n|---|\n| ",
    "\n---\n",
    "\n```\n",
    '\n\n!!! note "t"\n    ',
)
_JOINTS = (*_BLANKS, *_MARKS, *_BLOCKS)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Numbered words with anything between them: `w0 w1` ... each of which must be found again."""
    text = draw(st.sampled_from(_BEGINNINGS))
    for number in range(draw(st.integers(3, 12))):
        text += f"w{number}w" + draw(st.sampled_from(_JOINTS))
    return text + "end"


def _written() -> list[str]:
    """A hundred texts, the same on every machine."""
    found: list[str] = []

    @settings(max_examples=100, phases=[Phase.generate], database=None)
    @given(texts())
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


def test_every_word_of_a_text_is_on_its_page_or_the_text_is_refused(tmp_path: Path) -> None:
    bodies = {f"page-{number}": text for number, text in enumerate(_written())}
    files = {f"content/{locale}/{key}.md": page(key.title(), body=f"{text}\n")
             for key, text in bodies.items() for locale in ("nl", "en")}  # fmt: skip
    root = make_project(tmp_path, files)
    refused = _refused(root)
    for path in refused:
        for locale in ("nl", "en"):
            (root / "content" / locale / path).unlink(missing_ok=True)
    kept = {key: text for key, text in bodies.items() if f"{key}.md" not in refused}
    assert len(kept) > 30
    site = built_in(root)
    assert {key: text for key, text in kept.items() if _missing(site / key / "index.html", text)} == {}


def _refused(root: Path) -> set[str]:
    """The pages of which the check names a line."""
    try:
        read_site(root)
    except ContentError as error:
        return {problem.path.name for problem in error.problems}
    return set()


def _missing(file: Path, text: str) -> list[str]:
    """The words of a text that are not within its page, or are there twice."""
    shown = the(file, ".prose").text()
    return [word for word in re.findall(r"w\d+w|end", text) if shown.count(word) != 1]

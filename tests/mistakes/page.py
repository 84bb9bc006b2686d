"""The handbook's page of mistakes (docs/mistakes.md), made from the table: `make mistakes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.conftest import ROOT
from tests.mistakes.table import Mistake, mistakes

PAGE = ROOT / "docs/mistakes.md"

HEAD = """\
# Mistakes, and what is said of them

What `portal check` says, to look up or to search. Each was made in a small site of the tests, and the suite sees to it
that the line and the words are still these. This page is made from `tests/mistakes/mistakes.yml` by `make mistakes`.
"""


def page(table: Sequence[Mistake]) -> str:
    """The page."""
    return "\n".join([HEAD, *_lines(table)]) + "\n"


def _lines(table: Sequence[Mistake]) -> Iterator[str]:
    group = ""
    for mistake in table:
        if mistake.group != group:
            group = mistake.group
            yield f"## {group}\n"
        yield f"### {mistake.name}\n"
        yield from _change(mistake)
        for said in mistake.says:
            yield f"- `{said.place}`"
            yield f"    - {_shown(said.en)}"
            yield f"    - {_shown(said.nl)}"
        yield ""


def _change(mistake: Mistake) -> Iterator[str]:
    if mistake.gone:
        yield f"The file `{mistake.file}` was deleted.\n"
        return
    written = mistake.write if mistake.write is not None else mistake.add or "\n".join(mistake.swap.values())
    longest = max((len(line) for line in written.split("\n")), default=0)
    if mistake.write is not None and (mistake.write == "" or longest > 200):
        yield f"In the file `{mistake.file}`.\n"
        return
    yield f"In `{mistake.file}`:\n"
    yield "~~~~text"
    yield _visible(written.rstrip("\n"))
    yield "~~~~\n"


def _visible(text: str) -> str:
    """A text in which what cannot be seen is written as its number."""
    return "".join(
        character if character == "\n" or character.isprintable() or character == " " else f"<U+{ord(character):04X}>"
        for character in text
    )


def _shown(message: str) -> str:
    ticks = "``" if "`" in message else "`"
    pad = " " if ticks == "``" else ""
    return f"{ticks}{pad}{_visible(message)}{pad}{ticks}"


if __name__ == "__main__":
    PAGE.write_text(page(mistakes()), encoding="utf-8", newline="\n")

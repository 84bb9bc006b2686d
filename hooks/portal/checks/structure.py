"""The structure of a page: nothing is left open, headings lead on from each other, tables are tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from portal.model.page import Page
from portal.model.site import Site
from portal.words.problem import Problem


def check(site: Site) -> Iterator[Problem]:
    """Marks without their other half, lines that are no table yet, headings that say nothing or skip a level."""
    for page in site.pages.values():
        if page.body.strip():
            yield from _marks(site, page)
            yield from _headings(site, page)


def _marks(site: Site, page: Page[Any]) -> Iterator[Problem]:
    found = site.findings(page)
    lines = page.body.split("\n")
    for piece in {piece.line: piece for piece in reversed(found.unclosed)}.values():  # the first of each line
        if re.search(r"\{[{%]", lines[piece.line - 1]):
            continue  # a word that was never filled in, and told as one
        yield page.file.on(page.line(piece.line), "structure.open", found=piece.text)
    for piece in found.open_fences:
        yield page.file.on(page.line(piece.line), "structure.fence", found=piece.text)
    for piece in found.undefined:
        note = re.fullmatch(r"\[\^(.+)\]", piece.text)
        label = re.search(r"\[([^\[\]]*)\]$", piece.text)
        key = "structure.note" if note else "structure.reference"
        if not note and label and (address := _address(label[1])):
            better = f"{piece.text[: label.start()]}({address})"
            yield page.file.on(page.line(piece.line), "nearly.brackets", found=piece.text, better=better)
            continue
        name = (label[1] if label and label[1] else piece.text.strip("[]")) if not note else note[1]
        yield page.file.on(page.line(piece.line), key, found=piece.text, label=name)
    for piece in found.tables_without_rule:
        columns = len(re.split(r"(?<!\\)\|", piece.text.strip().strip("|")))
        rule = "| " + " | ".join(["---"] * columns) + " |"
        yield page.file.on(page.line(piece.line), "structure.table", rule=rule)


def _address(label: str) -> str:
    """The address that stands in square brackets, where round ones belong; empty for any other name."""
    return label if re.fullmatch(r"(?:https?://|mailto:)\S+|[\w./-]+\.md(?:#\S*)?", label) else ""


def _headings(site: Site, page: Page[Any]) -> Iterator[Problem]:
    level = 1
    for heading in site.findings(page).headings:
        line = page.line(heading.line)
        if not heading.text.strip():
            yield page.file.on(line, "structure.empty")
            continue
        if heading.level > level + 1:
            found, better = (f"{'#' * depth} {heading.text}" for depth in (heading.level, level + 1))
            yield page.file.on(line, "structure.skipped", found=found, better=better)
        level = heading.level

"""A Markdown page as an editor writes it: fields between two lines of `---`, then the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from portal.content.yaml_source import YamlSource, read_yaml
from portal.words.problem import Place


@dataclass(frozen=True)
class MarkdownSource:
    """A page's fields, its text, and the line at which the text starts."""

    fields: YamlSource
    body: str
    body_line: int


def read_page(text: str, path: PurePosixPath) -> MarkdownSource:
    """Take a page apart. MkDocs publishes broken front matter as text, so we check it before MkDocs sees it."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)  # not splitlines(), which also splits at U+2028
    if not text.strip():
        return _broken("file.empty", path, text)
    if lines[0].rstrip() != "---":
        return _broken("front-matter.none", path, text)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            fields = read_yaml("".join(lines[1:number]), path, first_line=2)
            return MarkdownSource(fields, "".join(lines[number + 1 :]), number + 2)
    return _broken("front-matter.open", path, text)


def _broken(key: str, path: PurePosixPath, text: str) -> MarkdownSource:
    place = Place(path, {(): 1})
    return MarkdownSource(YamlSource(place, problems=(place.problem(key),)), text, 1)

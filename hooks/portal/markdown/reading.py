"""From the tokens of a page to its findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from markdown_it.token import Token

from portal.markdown.findings import Findings, Found, Heading, Link, Lost, Passage, PlacedPicture
from portal.markdown.footnotes import place
from portal.markdown.headings import plain
from portal.markdown.limits import MAX_DEPTH
from portal.markdown.notes import Notes
from portal.markdown.safety import safe

_Kind = TypeVar("_Kind", Found, Lost, Link, PlacedPicture, Heading, Passage)
_ELEMENTS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd")


@dataclass
class _Reader:
    """Goes through the tokens once. What it finds is in lists; lines count from 0."""

    raw_html: list[Found] = field(default_factory=list)
    comments: list[Found] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    bad_links: list[Found] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    bars: list[Found] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    """The names of links that text refers to."""

    def blocks(self, tokens: Sequence[Token]) -> None:
        around: list[Token] = []
        line = 0
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.level >= MAX_DEPTH - 1:
                self.lost.append(Lost(line, "", "limit-deep"))
                break
            self._anchor(token)
            if token.nesting == 1:
                around.append(token)
            elif token.nesting == -1:
                around.pop()
            elif token.type == "html_block":
                self._html(token.content.strip(), line)
            elif token.type == "figure":
                self._picture((token.children or [])[0], line, alone=True)
            elif token.type == "inline":
                self._text(token, line, around)

    def _anchor(self, token: Token) -> None:
        if "id" in token.attrs:
            self.anchors.add(str(token.attrs["id"]))
        elif token.type == "footnote_ref":
            self.anchors.add(place(token))

    def _html(self, html: str, line: int) -> None:
        if html.startswith("<!--"):
            self.comments.append(Found(line, html))
        else:
            tag = re.match(r"<[^>]*>?", html)
            self.raw_html.append(Found(line, tag[0] if tag else html))

    def _text(self, block: Token, line: int, around: Sequence[Token]) -> None:
        children = block.children or []
        opening = next((token for token in reversed(around) if not token.hidden), None)
        tag = opening.tag if opening and opening.tag in _ELEMENTS else "p"
        if around and around[-1].type == "heading_open":
            anchor = str(around[-1].attrs.get("id", ""))
            self.headings.append(Heading(line, int(tag[1]), plain(children), anchor))
        if re.match(r"\|.*\|\s*\n\s*\|.*\|", block.content):
            self.bars.append(Found(line, block.content.split("\n")[0]))
        lang = next((str(token.attrs["lang"]) for token in reversed(around) if "lang" in token.attrs), "")
        if words := _words(children):
            self.passages.append(Passage(line, words, tag, lang))
        for index, child in enumerate(children):
            at = child.map[0] if child.map else line
            self._anchor(child)
            if child.type == "html_inline":
                self._html(child.content, at)
            elif child.type == "image":
                self._picture(child, at, alone=False)
            elif child.type == "link_open":
                self._link(children, index, at)

    def _link(self, children: Sequence[Token], index: int, line: int) -> None:
        token = children[index]
        self.labels.add(str(token.meta.get("label", "")))
        address = str(token.attrs.get("href", ""))
        if not safe(address):
            self.bad_links.append(Found(line, address))
            del token.attrs["href"]
            return
        within = list(_within(children, index))
        pictures = " ".join(plain(token.children) for token in within if token.type == "image")
        text = plain(within) or pictures
        bare = token.markup == "autolink" and token.meta.get("began") != "<"
        self.links.append(Link(line, address, text, bare))

    def _picture(self, token: Token, line: int, *, alone: bool) -> None:
        self.labels.add(str(token.meta.get("label", "")))
        address = str(token.attrs.get("src", ""))
        if not safe(address):
            self.bad_links.append(Found(line, address))
            del token.attrs["src"]
            return
        alt = plain(token.children)
        self.pictures.append(PlacedPicture(line, address, alt, str(token.attrs.get("title", "")), alone))

    def references(self, env: MutableMapping[str, Any]) -> None:
        """Links that are defined and never used, or twice: the line is on the page for nobody."""
        for label, defined in env.get("references", {}).items():
            if label not in self.labels:
                self.lost.append(Lost(defined["map"][0], f"[{label.lower()}]", "reference"))
        for double in env.get("duplicate_refs", ()):
            self.lost.append(Lost(double["map"][0], f"[{double['label'].lower()}]", "reference-double"))


def read(tokens: Sequence[Token], env: MutableMapping[str, Any], noted: Notes) -> Findings:
    """All findings of a page; a link that is refused is taken out of the tokens."""
    reader = _Reader()
    reader.blocks(tokens)
    reader.references(env)
    return Findings(
        raw_html=_counted(reader.raw_html),
        comments=_counted(reader.comments),
        links=_counted(reader.links),
        bad_links=_counted(reader.bad_links),
        bad_attributes=_counted(noted.bad_attributes),
        stray_attributes=_counted(noted.stray_attributes),
        pictures=_counted(reader.pictures),
        headings=_counted(reader.headings),
        boxes_without_title=_counted(noted.boxes_without_title),
        lost=_counted([*noted.lost, *reader.lost]),
        undefined=_counted(noted.undefined),
        unclosed=_counted(noted.unclosed),
        open_fences=_counted(noted.open_fences),
        tables_without_rule=_counted(reader.bars),
        passages=_counted(reader.passages),
        anchors=frozenset(reader.anchors),
    )


def _counted(found: list[_Kind]) -> tuple[_Kind, ...]:
    """Sorted by line, the first line being 1."""
    return tuple(sorted((replace(one, line=one.line + 1) for one in found), key=lambda one: one.line))


def _within(children: Sequence[Token], index: int) -> Iterator[Token]:
    """What stands between a token that opens and its other half."""
    depth = 1
    while (index := index + 1) < len(children):
        depth += children[index].nesting
        if depth == 0:
            return
        yield children[index]


def _has_a_language_of_its_own(token: Token) -> bool:
    """What is marked, and the words of a link to another site: mostly the title of what stands there."""
    address = str(token.attrs.get("href", ""))
    return "lang" in token.attrs or token.markup == "autolink" or address.startswith(("http://", "https://"))


def _words(children: Sequence[Token]) -> str:
    """The words of a paragraph in its own language: no code, no links elsewhere, nothing marked with `lang`."""
    parts = []
    foreign = 0
    for child in children:
        if foreign or (child.nesting == 1 and _has_a_language_of_its_own(child)):
            foreign += child.nesting
        elif child.type == "text":
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return " ".join("".join(parts).split())

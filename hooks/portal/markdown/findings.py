"""What the Markdown of a page holds that a check wants to know, each piece with the line on which it stands.

Lines count from 1 at the first line of the text, below the fields; `Page.line` makes them lines of the file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A piece of a text as it was written."""

    line: int
    text: str


@dataclass(frozen=True)
class Lost(Found):
    """A piece of a text that is not on the page, or not where it was written."""

    reason: str
    """`reference`, `reference-double`, `footnote`, `footnote-double`: a note below the text that nothing refers to, or
    the second of a name; `cell`: more cells than the table has columns; `fence`: words after the ``` of a code block;
    `limit-size`, `limit-deep`, `limit-brackets`: more than we read."""


@dataclass(frozen=True)
class Link:
    """A link, whichever way it was written."""

    line: int
    address: str
    """As browsers read it: a blank is `%20`."""
    text: str
    """What a reader sees of it."""
    bare: bool = False
    """An address that merely stands in the text, and became a link as on GitHub."""


@dataclass(frozen=True)
class PlacedPicture:
    """A picture in the text: `![alt](address "caption")`."""

    line: int
    address: str
    alt: str
    caption: str
    alone: bool
    """On a line of its own, where alone a picture of this site may stand: its credit needs room."""


@dataclass(frozen=True)
class Heading:
    """A heading. A page that is in order has none of level 1: that is its title."""

    line: int
    level: int
    text: str
    """Without emphasis or links; `""` for a heading that says nothing."""
    anchor: str
    """What comes after `#` in a link to it."""


@dataclass(frozen=True)
class Passage:
    """Running text: a paragraph, a heading, a cell, the title of a box."""

    line: int
    text: str
    """Words alone: without code, links to other sites, pictures, and what `lang` marks as another language."""
    element: str
    """The element around it: `p`, `h2`, `li`, `td`, `th`, `dt`, `dd`."""
    lang: str
    """The language that `{: lang=... }` says it is in, or `""` for that of the page."""


@dataclass(frozen=True)
class Findings:
    """All that was found, each kind in the order of the text."""

    raw_html: tuple[Found, ...] = ()
    """Tags, as they were written; of a block of HTML its first tag alone."""
    comments: tuple[Found, ...] = ()
    """`<!-- ... -->`, the commonest piece of HTML in real texts."""
    links: tuple[Link, ...] = ()
    bad_links: tuple[Found, ...] = ()
    """Addresses whose scheme is not ours, of links and pictures: they are no links."""
    bad_attributes: tuple[Found, ...] = ()
    """Names within `{: ... }` that are not ours: they were left out."""
    stray_attributes: tuple[Found, ...] = ()
    """A `{: ... }` that stands behind nothing, and so is shown as it stands."""
    pictures: tuple[PlacedPicture, ...] = ()
    headings: tuple[Heading, ...] = ()
    boxes_without_title: tuple[Found, ...] = ()
    """`!!! note` and GitHub's `> [!NOTE]`: readers would see an English word."""
    lost: tuple[Lost, ...] = ()
    undefined: tuple[Found, ...] = ()
    """`[^1]` and `[text][name]` whose other half is nowhere: shown with their brackets."""
    unclosed: tuple[Found, ...] = ()
    """`**`, `*`, `~~` and ``` ` ``` that begin or end nothing, with the words beside them: shown as they stand."""
    open_fences: tuple[Found, ...] = ()
    """The ``` of a block of code that nothing ends, so that all below it is code."""
    tables_without_rule: tuple[Found, ...] = ()
    """Lines with bars between them and no `| --- |` below the first: shown as bars."""
    passages: tuple[Passage, ...] = ()
    anchors: frozenset[str] = frozenset()
    """Everything on the page that a link may lead to."""

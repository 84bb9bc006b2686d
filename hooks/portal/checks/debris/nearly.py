"""What is nearly Markdown: a link or a heading but for one sign, and so shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.problem import Problem

_GAP = re.compile(r"(?<![!\\])\[([^\[\]\n]+)\][ \t]+\((https?://[^()\s]+|[^()\s]+\.md(?:#[^()\s]*)?)\)")
_TURNED = re.compile(r"\(([^()\n]+)\)\[(https?://[^\[\]\s]+|[^\[\]\s]+\.md)\]")
_SPACE = re.compile(r"(?<!\\)\]\((?!<)(?![^()\n]*\s[\"'(])([^()\n]*[^()\s]\s+[^()\s][^()\n]*)\)")
_HEADING = re.compile(r"(?m)^ {0,3}(#{2,6})([^\s#][^\n]*)$")


def look(text: Written) -> Iterator[Problem]:
    """Links with a space in or before their address, links the wrong way round, headings without their space."""
    if not text.is_body:
        return
    for match in _GAP.finditer(text.prose):
        yield text.problem("nearly.gap", match.start(), found=match[0], better=f"[{match[1]}]({match[2]})")
    for match in _TURNED.finditer(text.prose):
        yield text.problem("nearly.turned", match.start(), found=match[0], better=f"[{match[1]}]({match[2]})")
    for match in _SPACE.finditer(text.prose):
        address = match[1].strip()
        gap = "" if address.lower().startswith(("tel:", "mailto:")) else "%20"
        better = re.sub(r"\s+at\s+", "@", address) if address.lower().startswith("mailto:") else address
        yield text.problem("nearly.space", match.start(1), found=address, better=re.sub(r"\s+", gap, better))
    for match in _HEADING.finditer(text.prose):
        better = f"{match[1]} {match[2]}"
        yield text.problem("nearly.heading", match.start(), found=match[0].strip(), better=better)

"""What is nearly Markdown: a link or a heading but for one sign, and so shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.checks.elsewhere import mended
from portal.model.texts import Written
from portal.words.problem import Problem

_GAP = re.compile(r"(?<![!\\])\[([^\[\]\n]+)\][ \t]+\((https?://[^()\s]+|[^()\s]+\.md(?:#[^()\s]*)?)\)")
_TURNED = re.compile(r"\(([^()\n]+)\)\[(https?://[^\[\]\s]+|[^\[\]\s]+\.md)\]")
_SPACE = re.compile(r"(?<!\\)\]\((?!<)(?![^()\n]*\s[\"'(])([^()\n]*[^()\s]\s+[^()\s][^()\n]*)\)")
_HEADING = re.compile(
    r"(?m)^ {0,3}(?:(#{2,6})([^\s#][^\n]*)|(#{7,})[ \t]*(\S[^\n]*)"
    r"|(?<![^\n]\n)(#)([A-Z]\S*(?:[ \t]+[^\s#]\S*)+)[ \t]*(?!\n[^\n]))$"
)
"""Without its space, or deeper than there is. With one #, only a line by itself: a word in a sentence is a hashtag."""
_SCHEME = re.compile(r"(?i)(?<![\w\"'(<\[/=@.-])(?:ht{1,3}p{0,2}s?|hhttps?|ttps?)[:;]?[/\\]{1,3}[^\s<>\"]+[\w/]")


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
        if "{" in address:
            continue  # a word that was never filled in, and told as one
        mail = re.sub(r"(?i)\s*[\[(]?\s*\b(?:at|apenstaartje)\b\s*[\])]?\s*", "@", address.removeprefix("mailto:"))
        if re.fullmatch(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+", mail):
            yield text.problem("nearly.space", match.start(1), found=address, better=f"mailto:{mail}")
            continue
        if web := re.match(r"(https?://)([^/]*)(.*)", address, re.DOTALL):  # no name of a site holds a space
            address_ = web[1] + re.sub(r"\s+", "", web[2]) + re.sub(r"\s+", "%20", web[3])
            yield text.problem("nearly.space", match.start(1), found=address, better=address_)
            continue
        gap = "" if address.lower().startswith(("tel:", "mailto:")) else "%20"
        yield text.problem("nearly.space", match.start(1), found=address, better=re.sub(r"\s+", gap, address))
    for match in _HEADING.finditer(text.prose):
        if match[3]:
            yield text.problem("nearly.deep", match.start(), found=match[0].strip(), better=f"###### {match[4]}")
        else:
            better = f"{match[1] or '##'} {match[2] or match[6]}"
            yield text.problem("nearly.heading", match.start(), found=match[0].strip(), better=better)
    for match in _SCHEME.finditer(text.prose):
        if better := mended(match[0]):
            yield text.problem("elsewhere.scheme", match.start(), found=match[0], better=better)

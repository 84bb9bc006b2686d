"""Markdown of other programs, and what is none: it would be shown as it stands. Each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.model.texts import Written
from portal.words.problem import Problem
from portal.words.wording import phrase

_FOLDS = r"(?m:^ {0,3}\?\?\?\+?[ \t]+[\w-]+(?:[ \t]+\"[^\"\n]*\")?[ \t]*$)"
FOLDING = re.compile(_FOLDS)
"""A box that folds away, of Material for MkDocs."""
_FORMS = {
    "wiki": r"!?\[\[[^\[\]\n]+\]\](?!\()",
    "folding": _FOLDS,
    "colons": r"(?m:^ {0,3}:{3,}[ \t]*\{?[\w.-][^\n]*$)",
    "tab": r"(?m:^ {0,3}===[!+]?[ \t]+\"[^\"\n]+\"[ \t]*$)",
    "contents": r"(?m:^ {0,3}(?:\[TOC\]|\[\[_TOC_\]\]|\{:?toc\}|\{\{TOC\}\})[ \t]*$)",
    "marked": r"(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])",
    "inserted": r"(?<![+\w])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+(?![+\w])",
    "lowered": r"(?<=[A-Za-z])~[\w+-]{1,4}~(?!~)",
    "raised": r"(?<=[\w)])\^[\w+-]{1,4}\^",
    "shortcode": r"\[(?:caption|gallery|embed|video|audio|playlist|youtube|vimeo|contact-form-7|vc_\w+|et_pb_\w+|"
    r"url|img|quote|size|color|spoiler)(?:[ \t=][^\[\]\n]*)?\](?![(\[:])|\[(?P<bb>[bius])\][^\[\]\n]+\[/(?P=bb)\]",
    "emoji": r"(?<![\w:/])(?::[a-z][a-z_]+[a-z]:)(?![\w:/])",
    "heading": r"(?m:^(?:(?P<wiki>={2,6})[ \t]*[^=\n]*[^=\s][ \t]*(?P=wiki)|h[1-6]\.[ \t]+\S[^\n]*)[ \t]*$)",
    "quotes": r"(?<!')'''(?=[^\s'])[^'\n]+'''(?!')",
    "formula": r"\$\$[^$\n]+\$\$|\\\([^\n]+?\\\)",
}
"""By the key of what to do instead, `dialect.<key>` in wording.yml. Within a paragraph none runs past the line."""
_ANY = re.compile("|".join(f"(?P<f_{key}>{pattern})" for key, pattern in _FORMS.items()))
_FIRST = re.compile(r"\[|\?\?\?|:|==|\+\+|~|\^|h[1-6]\.|'''|\$\$|\\\(|\{")


def look(text: Written) -> Iterator[Problem]:
    """`[[wiki links]]`, `==marks==`, `:::tip`, shortcodes, emoji by name, headings of a wiki."""
    if not text.is_body or not _FIRST.search(text.text):
        return
    for match in _ANY.finditer(text.prose):
        key = str(
            match.lastgroup
            and next(name for name, found in match.groupdict().items() if found and name.startswith("f_"))
        ).removeprefix("f_")
        yield text.problem("dialect", match.start(), found=match[0].strip(), cure=phrase(f"dialect.{key}"))

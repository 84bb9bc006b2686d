"""The examples of the CommonMark specification (the npm package commonmark-spec): ours are drawn as it says.

Left out are those with raw HTML, which we refuse. Three kinds differ on purpose: a scheme that is refused, a picture
on a line of its own, whose title is a caption, and an address that merely stands there, which is a link on GitHub.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from portal.markdown import convert

SPECIFICATION = Path(__file__).with_name("node_modules") / "commonmark-spec/spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


def examples(text: str) -> Iterator[tuple[str, str]]:
    """What is written, and the markup that the specification gives."""
    for written, markup in _EXAMPLE.findall(text.replace("\u2192", "\t")):
        if not re.search(r"<[a-zA-Z!?/]", re.sub(r"`[^`]*`", "", written)):
            yield written, markup


def main() -> int:
    """Print each example that is drawn otherwise; 1 when there is one without a reason."""
    drawn = [(written, _bare(convert(written).html), _bare(markup)) for written, markup in examples(_text())]
    differ = [(written, ours, theirs) for written, ours, theirs in drawn if ours != theirs]
    meant = [one for one in differ if _on_purpose(one[0])]
    print(f"CommonMark: {len(drawn)} examples, {len(differ)} drawn otherwise, {len(meant)} of them on purpose")
    for written, ours, theirs in differ:
        if not _on_purpose(written):
            print(f"{written!r}\n  ours   {ours}\n  theirs {theirs}")
    return 0 if drawn and len(differ) == len(meant) else 1


def _text() -> str:
    return SPECIFICATION.read_text(encoding="utf-8")


def _bare(markup: str) -> str:
    """Markup without what the specification leaves open, and without the names that we give to headings."""
    markup = re.sub(r"\s*(</?(?:figure|figcaption)>)", r"\1", markup)
    markup = re.sub(r"<figure>(<img[^>]*>)(?:<figcaption>[^<]*</figcaption>)?</figure>", r"<p>\1</p>", markup)
    markup = re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", markup)
    markup = re.sub(r"(<\w+)((?: [a-z]+=\"[^\"]*\")+)", _sorted, markup)
    return re.sub(r">\s+<", "><", " ".join(markup.split()))


def _sorted(tag: re.Match[str]) -> str:
    return tag[1] + "".join(sorted(re.findall(r' [a-z]+="[^"]*"', tag[2])))


def _on_purpose(written: str) -> bool:
    found = convert(written).findings
    captions = any(picture.caption and picture.alone for picture in found.pictures)
    return bool(found.bad_links) or captions or any(link.bare for link in found.links)


if __name__ == "__main__":
    sys.exit(main())

"""The Markdown that pages are written in: python-markdown without raw HTML, and what is refused in it.

Used twice: by MkDocs when it renders (`markdown_extensions` in mkdocs.yml) and by `portal check`, which also asks
what was refused. Rendering never passes raw HTML, so a page that escaped the check shows its tags as text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

FEATURES = ("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""What the handbook's list of Markdown features stands on."""

SCHEMES = ("http", "https", "mailto", "tel")
ATTRIBUTES = ("class", "id", "lang", "hreflang", "title")
"""What an editor may put in `{: ... }`; everything else is refused, event handlers and styles first."""

_OWN_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"style"},
    "th": {"style"},
}
"""What python-markdown itself sets. `style` only as text-align, which the treeprocessor turns into a class."""


@dataclass
class Findings:
    """What a page's Markdown holds that a check wants to know. Texts are as in the source, so a line can be found."""

    raw_html: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bad_links: list[str] = field(default_factory=list)
    bad_attributes: list[str] = field(default_factory=list)
    pictures_without_text: list[str] = field(default_factory=list)
    top_headings: list[str] = field(default_factory=list)
    boxes_without_title: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class _RawHtml(InlineProcessor):
    """Takes the place of python-markdown's raw HTML: the tag becomes text."""

    def __init__(self, findings: Findings, md: markdown.Markdown) -> None:
        super().__init__(HTML_RE, md)
        self.findings = findings

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # noqa: N802 - typeshed describes the older Pattern
        tag = m.group(1)
        self.findings.raw_html.append(tag)
        return AtomicString(tag), m.start(0), m.end(0)


class _FencedCode(FencedBlockPreprocessor):
    """Writes its attributes as HTML, past the tree that is looked at below; so they are looked at here."""

    def __init__(self, findings: Findings, md: markdown.Markdown) -> None:
        super().__init__(md, {"lang_prefix": "language-"})
        self.findings = findings

    def handle_attrs(self, attrs: Iterable[tuple[str, Any]]) -> tuple[str, list[str], dict[str, Any]]:
        identifier, classes, others = super().handle_attrs(attrs)
        if identifier:
            self.findings.anchors.add(identifier)
        self.findings.bad_attributes += [name for name in others if name not in ATTRIBUTES]
        return identifier, classes, {name: value for name, value in others.items() if name in ATTRIBUTES}


class _Box(AdmonitionProcessor):
    """Without a title python-markdown shows the word after `!!!`, which is English on every page; so that is noted."""

    def __init__(self, findings: Findings, md: markdown.Markdown) -> None:
        super().__init__(md.parser)
        self.findings = findings

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        if match[2] is None:
            self.findings.boxes_without_title.append(match[1])
        return super().get_class_and_title(match)


class _Safety(Treeprocessor):
    """Looks at the finished tree: links, attributes, headings."""

    def __init__(self, findings: Findings, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.findings = findings

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in list(element.attrib):
                self._attribute(element, name)
            if element.tag == "img" and not (element.get("alt") or "").strip():
                self.findings.pictures_without_text.append(element.get("src", ""))
            if element.tag == "h1":
                self.findings.top_headings.append("".join(element.itertext()))
            if identifier := element.get("id"):
                self.findings.anchors.add(identifier)

    def _attribute(self, element: Element, name: str) -> None:
        value = _unescaped(element.get(name) or "")
        if name in ("href", "src"):
            (self.findings.links if _safe(value) else self.findings.bad_links).append(value)
            if not _safe(value):
                del element.attrib[name]
        elif name == "style" and (align := re.fullmatch(r"text-align: (left|center|right);", value)):
            # The Content-Security-Policy allows no style attribute.
            del element.attrib["style"]
            element.set("class", f"align-{align[1]}")
        elif name not in ATTRIBUTES and name not in _OWN_ATTRIBUTES.get(element.tag, ()):
            self.findings.bad_attributes.append(name)
            del element.attrib[name]


def _unescaped(value: str) -> str:
    """A link as a browser reads it: python-markdown keeps `&#106;` and hides mail addresses as entities."""
    return html.unescape(value.replace(AMP_SUBSTITUTE, "&"))


def _safe(link: str) -> bool:
    """Whether a link has one of our schemes or none. What a browser would drop, as a tab, makes it none of ours."""
    scheme = re.match(r"([^/?#]*?):", link)
    return scheme is None or scheme[1].lower() in SCHEMES


class PortalMarkdown(Extension):
    """The features above, without raw HTML."""

    def __init__(self, findings: Findings | None = None, **kwargs: Any) -> None:
        self.findings = findings or Findings()
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the base class's name
        """Register the features, then take raw HTML out."""
        md.registerExtensions(FEATURES, {"footnotes": {"BACKLINK_TITLE": "↩ {}"}})
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(_Box(self.findings, md), "admonition", 105)
        md.preprocessors.register(_FencedCode(self.findings, md), "fenced_code_block", 25)
        md.inlinePatterns.register(_RawHtml(self.findings, md), "html", 90)
        # After attr_list (8), which sets what we look at, and before MkDocs resolves links (0).
        md.treeprocessors.register(_Safety(self.findings, md), "portal-safety", 1)


def makeExtension(**kwargs: Any) -> PortalMarkdown:  # noqa: N802 - the name python-markdown looks for
    """What `markdown_extensions: [portal.markdown]` loads."""
    return PortalMarkdown(**kwargs)


def findings(body: str) -> Findings:
    """What the Markdown of a page holds."""
    result = Findings()
    markdown.Markdown(extensions=[PortalMarkdown(result)]).convert(body)
    return result

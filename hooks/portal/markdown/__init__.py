"""The Markdown that pages are written in: one dialect for check, build and preview.

`convert(text)` gives the markup, the findings that checks ask for and the table of contents; `makeExtension` is how
MkDocs comes to call it. Rendering never passes raw HTML, so a page that escaped the check shows its tags as text.
"""

from portal.markdown.dialect import Converted, convert
from portal.markdown.extension import PortalMarkdown, makeExtension
from portal.markdown.findings import Findings, Found, Heading, Link, Lost, Passage, PlacedPicture
from portal.markdown.safety import ATTRIBUTES

__all__ = [
    "ATTRIBUTES",
    "Converted",
    "Findings",
    "Found",
    "Heading",
    "Link",
    "Lost",
    "Passage",
    "PlacedPicture",
    "PortalMarkdown",
    "convert",
    "makeExtension",
]

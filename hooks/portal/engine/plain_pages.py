"""A page as Markdown, for programs that read: what is drawn within `<main>`, without what only a browser can use.

It is made from the page that was drawn, not from its data: whatever a template shows is in it, also the page of a kind
that is made tomorrow, and in any language. Texts of the content are escaped, so none of them can become markup.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml
from html_to_markdown import ConversionOptions, convert

from portal.model.page import Page
from portal.model.site import Site

NAME = "index.md"
"""Beside the page."""
_LEFT_OUT = ["svg", "form", "template", "script", "[popover]", ".head nav", ".letters", ".paging", ".kicker"]
"""Drawings, forms, explanations that open over the page, and ways to other pages that stand in the sitemap."""
_SUMMARY = re.compile(r"\*\*(#+ [^\n]*)\n\n ?([^\n]*)\*\*")
"""A heading that opens something: what is opened stands below it here."""
_NEEDLESS = re.compile(r"(?m)(^\s*\d+\\[.)]|^\s*\\[-+=#])|\\(?=[-.=+~)(#])")
"""Signs that were escaped and need not be where they stand: only at the start of a line do they mean something."""


def markdown_of(html: str, url: str) -> str:
    """The text of a drawn page as Markdown, its links whole; `url` is where the page stands."""
    main = html[html.index("<main") : html.rindex("</main")]
    options = ConversionOptions(
        exclude_selectors=_LEFT_OUT,
        base_url=url,
        bullets="-",
        compact_tables=True,
        autolinks=False,
        extract_metadata=False,
        escape_misc=True,
        escape_asterisks=True,
        escape_underscores=True,
    )
    text = convert(main, options).content or ""
    text = _SUMMARY.sub(r"\1\n\n\2", text)
    return _NEEDLESS.sub(lambda found: found[1] or "", text).strip() + "\n"


def plain_page(site: Site, page: Page[Any], html: str, base: str) -> str:
    """A page as it is published beside itself: what is said of it, then its text."""
    said: dict[str, str | date | dict[str, str]] = {
        "title": page.title,
        "description": page.description,
        "url": base + page.address,
        "language": page.locale,
        "as_of": page.as_of,
        "versions": {version.locale: base + version.address for version in site.versions(page)},
        "licence": site.string("site.licence", page.locale),
    }
    fields = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=120)
    return f"---\n{fields}---\n\n{markdown_of(html, base + page.address)}"

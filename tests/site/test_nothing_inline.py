"""Site, the real build: a Content-Security-Policy without any `unsafe-` word holds on every file.

Every HTML file is looked at, redirects too; the browser layer shows that a browser agrees.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from portal.model.page import Page
from tests.real_site import PAGES, found_on, html, parsed


def _violations(file: Path) -> list[str]:
    """What such a policy forbids in a file."""
    tree = parsed(file)
    found = [f"<{node.tag}>" for node in tree.css("style, base, object, embed, iframe, frame, applet")]
    for script in tree.css("script"):
        source, kind = script.attributes.get("src"), script.attributes.get("type")
        if kind != "application/ld+json" and (not source or script.text(strip=True)):
            found.append("<script> with text")
        if kind == "application/ld+json" and source:
            found.append("JSON-LD from elsewhere")
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            link = "".join((value or "").split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc"):
                found.append(f"<{node.tag} {name}>")
            elif link.startswith(("javascript:", "vbscript:", "data:")):
                found.append(f"<{node.tag} {name}={value}>")
    return found


def test_nothing_is_inline_in_any_html_file(built: Path) -> None:
    files = sorted(built.rglob("*.html"))
    assert len(files) >= len(PAGES)
    assert {file.relative_to(built).as_posix(): found for file in files if (found := _violations(file))} == {}


def test_a_page_does_not_move_on_by_itself(built: Path) -> None:
    def moves(page: Page[Any]) -> object:
        return [node.html for node in html(page, built).css("meta[http-equiv]")]

    assert found_on(PAGES, moves) == {}

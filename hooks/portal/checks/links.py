"""Links within the site: every page, heading and file that a text links to exists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from portal.problem import Problem, guess, nearest
from portal.reading import line_of
from portal.schema.picture import PICTURES
from portal.site import Page, Site
from portal.wording import say


def check(site: Site) -> Iterator[Problem]:
    """Links that lead nowhere."""
    for page in site.pages.values():
        for link in site.findings(page).links if page.body.strip() else ():
            if problem := _problem(site, page, link):
                key, words = problem
                line = line_of(page.body, link, page.body_line)
                yield Problem(page.file.path, line, say(key, found=link, **words))


def _problem(site: Site, page: Page, link: str) -> tuple[str, dict[str, str]] | None:
    try:
        parts = urlsplit(link)
    except ValueError:  # http://[
        return "link.not-file", {}
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        return "link.absolute", {}
    if path and not path.endswith(".md"):
        asset = posixpath.normpath(posixpath.join("content", posixpath.dirname(page.source), path))
        if asset.startswith(f"{PICTURES}/"):
            return "link.picture", {}
        if asset.startswith("content/assets/") and asset in site.content.assets:
            return None
        return "link.not-file", {}
    target: Page | None = page
    if path:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path))
        locale, _, name = source.partition("/")
        key = name.removesuffix(".md")
        target = site.page(locale, key) if locale == page.locale else None
        if target is None:
            if any(str(unread).endswith(source) for unread in site.content.unread):
                return None
            # An entry whose own file has problems makes no page yet.
            if any(str(unread).endswith(f"data/{key}.yml") for unread in site.content.unread):
                return None
            keys = [key for locale, key in site.pages if locale == page.locale]
            return "link.broken", {"guess": nearest(key, keys)}
    if parts.fragment and target and target.front:
        anchors = site.findings(target).anchors
        if unquote(parts.fragment) not in anchors:
            return "link.anchor", {"guess": guess(parts.fragment, anchors)}
    return None

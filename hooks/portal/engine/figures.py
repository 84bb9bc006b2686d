"""Pictures in a text, drawn: in each place that the Markdown left for one, the component with its sizes and credit."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from portal.engine.mkdocs_files import Build
from portal.model.page import Page
from portal.model.placed_pictures import path_of

_OUTER, _INNER, _NOTE = "figure", "img", "figcaption"
_FIGURE = re.compile(rf"<{_OUTER}><{_INNER} ([^<>]*)/>(?:<{_NOTE}>([^<]*)</{_NOTE}>)?</{_OUTER}>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
TEMPLATE = "partials/placed_picture.html"


def draw(content: str, page: Page[Any], build: Build, context: Mapping[str, Any]) -> str:
    """The markup of a page with its pictures. One that the site makes no sizes of stays as it is."""

    def drawn(found: re.Match[str]) -> str:
        given = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(found[1])}
        path = path_of(page, given.get("src", ""))
        if path is None or path not in build.placed or build.environment is None:
            return found[0]
        words = {"placed": build.placed[path], "alt": given["alt"], "caption": html.unescape(found[2] or "")}
        return build.environment.get_template(TEMPLATE).render({**context, **words})

    return _FIGURE.sub(drawn, content)

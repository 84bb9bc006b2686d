"""What axe finds on a page, or in parts of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page as Tab

_RUN = "([context, options]) => axe.run(context ?? document, options).then((found) => found.violations)"
"""The violations alone: all that axe did not find would take longer to fetch than to look for."""


class Violation(NamedTuple):
    """A rule that an element breaks."""

    scheme: str
    rule: str
    html: str
    selector: str
    why: str


def violations(tab: Tab, *parts: str, night: bool = True, without: str = "") -> list[Violation]:
    """What axe finds in parts of a page (CSS selectors; all of it if none is given), by day and by night.

    `without` is a rule to leave out.
    """
    found = [*_run(tab, parts, "light", {"rules": {without: {"enabled": False}} if without else {}})]
    if night:  # which changes colours and nothing else
        found += _run(tab, parts, "dark", {"runOnly": ["color-contrast"]})
    return found


def _run(
    tab: Tab, parts: tuple[str, ...], scheme: Literal["light", "dark"], options: dict[str, Any]
) -> Iterator[Violation]:
    tab.emulate_media(color_scheme=scheme)
    tab.evaluate(AXE_SCRIPT)
    context = {"include": [[part] for part in parts]} if parts else None
    for rule in tab.evaluate(_RUN, [context, {"resultTypes": ["violations"], **options}]):
        for node in rule["nodes"]:
            yield Violation(scheme, rule["id"], node["html"], node["target"][0], node["failureSummary"])

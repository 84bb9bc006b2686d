"""Views: what the template of each page kind is given. One page kind, or a few that belong together, a module.

A module of this folder is found by itself; a function of it becomes a view by `@view(kind)`. What every template is
given besides is in `portal.engine.template_tools`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

from portal.model.site import Page, Site

View = Callable[[Site, Page], Mapping[str, Any]]
"""From a page to what its template is given."""

_VIEWS: dict[str, View] = {}


def view(kind: str) -> Callable[[View], View]:
    """Make a function the view of a page kind. A kind has one: a second would silently win."""

    def register(function: View) -> View:
        other = _VIEWS.setdefault(kind, function)
        if (other.__module__, other.__qualname__) != (function.__module__, function.__qualname__):
            raise ValueError(f"two views of the page kind {kind}: {other.__module__} and {function.__module__}")
        return function

    return register


def view_of(page: Page, site: Site) -> Mapping[str, Any]:
    """What the template of a page is given by its kind; nothing when the kind has no view."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    shown = _VIEWS.get(page.kind)
    return shown(site, page) if shown else {}

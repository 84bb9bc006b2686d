"""Views: what the template of each page kind is given. One page kind, or a few that belong together, a module.

A module of this folder is found by itself; a function of it becomes the view of what its pages are about by
`@view(Story)`. What every template is given besides is in `portal.engine.template_tools`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from portal.model.page import Page
from portal.model.site import Site
from portal.schema.fields import Subject

About = TypeVar("About", bound=Subject)

View = Callable[[Site, Page[About]], Mapping[str, Any]]
"""From a page to what its template is given."""

_VIEWS: dict[type[Subject], View[Any]] = {}


def view(about: type[About]) -> Callable[[View[About]], View[About]]:
    """Make a function the view of the pages about something. They have one: a second would silently win."""

    def register(function: View[About]) -> View[About]:
        other = _VIEWS.setdefault(about, function)
        if (other.__module__, other.__qualname__) != (function.__module__, function.__qualname__):
            raise ValueError(f"two views of {about.__name__}: in {other.__module__} and {function.__module__}")
        return function

    return register


def view_of(page: Page[Any], site: Site) -> Mapping[str, Any]:
    """What the template of a page is given by what it is about; nothing when that has no view."""
    _load()
    shown = _VIEWS.get(type(page.about))
    return shown(site, page) if shown else {}


@functools.cache
def _load() -> None:
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")

"""Drawings, drawn once: what a page asks of overrides/drawings/ is kept for every page of a build, in each language.

A drawing knows its arguments and nothing else, as its template is imported without the context of the page: the same
arguments give the same drawing. What drawings import of one another is not kept: those are strokes, and too many.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro

FOLDER = "drawings/"

Drawings = dict[object, Any]
"""What was drawn in a build, by what it was drawn from."""


def template_class(drawn: Drawings) -> type[jinja2.Template]:
    """Jinja's templates, of which those that draw look first at what was drawn."""

    class Template(jinja2.Template):
        """A template that may be a drawing."""

        _kept: TemplateModule | None = None

        def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
            module = super()._get_default_module(ctx)
            if not ctx or _is_drawing(ctx.name) or not _is_drawing(self.name):
                return module
            if not self._kept:
                self._kept = copy.copy(module)
                for name, macro in vars(module).items():
                    if isinstance(macro, Macro) and not macro.caller:
                        setattr(self._kept, name, _once(drawn, (self.name, name), macro))
            return self._kept

    return Template


def _is_drawing(name: str | None) -> bool:
    return bool(name and name.startswith(FOLDER))


def _once(drawn: Drawings, which: tuple[str | None, str], macro: Macro) -> Callable[..., Any]:
    """The macro, which draws anew only what it did not draw before; what has no hash it draws each time."""

    def draw(*arguments: Any, **named: Any) -> Any:
        key = (which, tuple(map(_exactly, arguments)), tuple((name, _exactly(value)) for name, value in named.items()))
        try:
            hash(key)
        except TypeError:
            return macro(*arguments, **named)
        if key not in drawn:
            drawn[key] = macro(*arguments, **named)
        return drawn[key]

    return draw


def _exactly(value: object) -> tuple[type, object]:
    """An argument in a key: 1 and 1.0 are equal, and are not written alike."""
    return type(value), tuple(map(_exactly, value)) if isinstance(value, (list, tuple)) else value

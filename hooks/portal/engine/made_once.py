"""Components, made once: the macros of overrides/components/ are made once for a language, and see each page in turn.

`import ... with context` would make them anew for every page, some thirty modules a story. What a component sees is
what the page that is being drawn was given; what the template that imports it has set itself is no business of its.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2.environment import TemplateModule

FOLDER = "components/"


def template_class(base: type[jinja2.Template]) -> type[jinja2.Template]:
    """Jinja's templates for one environment, of which the components are made once."""
    shown: dict[str, Any] = {}
    """What the page was given that is being drawn."""

    @contextmanager
    def showing(given: Mapping[str, Any]) -> Iterator[None]:
        before = dict(shown)
        shown.clear()
        shown.update(given)
        try:
            yield
        finally:
            shown.clear()
            shown.update(before)

    class Template(base):  # type: ignore[misc, valid-type]
        """A template that may be a page or a component."""

        _made: TemplateModule | None = None

        def render(self, *given: Any, **named: Any) -> str:
            with showing({**self.globals, **dict(*given, **named)}):
                text: str = super().render(*given, **named)
                return text

        def make_module(self, *given: Any, **named: Any) -> TemplateModule:
            if shown and given and self.name and self.name.startswith(FOLDER):  # an import with context gives one
                self._made = self._made or super().make_module(shown, shared=True)
                return self._made
            module: TemplateModule = super().make_module(*given, **named)
            return module

    return Template

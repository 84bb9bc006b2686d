"""The drawings as the build makes pictures of them, without a build."""

from __future__ import annotations

from typing import Any

import jinja2

from portal.art.raster import painted
from tests.conftest import ROOT

ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(ROOT / "overrides"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def said(file: str, name: str) -> Any:
    """What a file in overrides/drawings says under a name that is no macro."""
    return getattr(ENVIRONMENT.get_template(f"drawings/{file}.html").module, name)


def drawn(file: str, macro: str, *arguments: object) -> str:
    """What a macro of a file in overrides/drawings gives, with its classes."""
    return str(said(file, macro)(*arguments))


def drawing(name: str, *arguments: object, bolder: float = 1) -> str:
    """A drawing that needs no stylesheet."""
    return painted(drawn(name, name, *arguments), bolder)

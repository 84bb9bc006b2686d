"""Which schemas there are: a module of this folder is found by itself, so that none is forgotten in a list."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator
from typing import TypeVar

Schema = TypeVar("Schema")


def subclasses(base: type[Schema]) -> Iterator[type[Schema]]:
    """Every class of the schemas below a base, in the order of their modules."""
    _load()
    for child in base.__subclasses__():
        yield child
        yield from subclasses(child)


@functools.cache
def _load() -> None:
    package = importlib.import_module(__package__ or "")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{__package__}.{module.name}")

"""A claim about many things is one test, which names every one of them that breaks it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Item = TypeVar("Item")
Test = Callable[..., None]


def every(name: str, items: Iterable[Item], told: Callable[[Item], str] = str) -> Callable[[Test], Test]:
    """Make a test look at every item, given to it as `name`; `told` says which one broke the claim.

    Where a browser or a build is needed afresh for each, `pytest.mark.parametrize` is the right thing.
    """
    everything = list(items)

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)

        def claim(**fixtures: Any) -> None:
            broken = []
            for item in everything:
                try:
                    test(**{name: item}, **fixtures)
                except AssertionError as error:
                    broken.append(f"{told(item)}: {error}")
            assert everything, "nothing to look at"
            assert not broken, "\n".join([f"{len(broken)} of {len(everything)} break the claim:", *broken])

        claim.__name__, claim.__doc__, claim.__module__ = test.__name__, test.__doc__, test.__module__
        kept = [parameter for parameter in signature.parameters.values() if parameter.name != name]
        claim.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return claim

    return decorate

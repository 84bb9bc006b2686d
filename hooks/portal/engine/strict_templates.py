"""Templates that cannot lie: a function of ours is called, never printed.

Where a view forgets a key, Jinja would find a global function of the same name and print it. So a template that names
such a function without calling it does not compile; the name of a macro's own argument hides it, as one would expect.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE


def strict_generator(functions: Mapping[str, Any]) -> type[CodeGenerator]:
    """A compiler of templates that refuses the name of a function where a value is meant."""
    names = {name for name, value in functions.items() if callable(value) and not isinstance(value, type)}

    class Strict(CodeGenerator):
        """Jinja's compiler, which knows what is called."""

        def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
            """Note what is called, which may be a function."""
            self.called = node.node
            super().visit_Call(node, frame, forward_caller=forward_caller)

        def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja's name
            """Refuse a function that is not called."""
            if node.ctx == "load" and node.name in names and node is not getattr(self, "called", None):
                load = frame.symbols.find_load(frame.symbols.ref(node.name))
                if load and load[0] == VAR_LOAD_RESOLVE:
                    self.fail(f"'{node.name}' is a function; the view gives no value of that name", node.lineno)
            super().visit_Name(node, frame)

    return Strict

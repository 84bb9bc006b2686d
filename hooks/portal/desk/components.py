"""Components and drawings as a designer looks them up: what each asks for, and an example of it with real content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

EXAMPLES = Path("docs/style")
"""One file for each: `card.html` for the component card, `drawings/hero.html` for the drawing hero."""

_FOLDERS = {"components": EXAMPLES, "drawings": EXAMPLES / "drawings"}
_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}\s*", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A template that calls a component."""

    path: Path
    """From the root of the project; templates include it by the same name."""
    shows: str
    code: str


@dataclass(frozen=True)
class Component:
    """A macro of overrides/ that a page is drawn with."""

    name: str
    """`card`, `drawings/hero`: the path of its example in docs/style/."""
    path: Path
    contract: str
    """The comment at the top of its file."""
    example: Example | None

    @property
    def anchor(self) -> str:
        """Where its example stands on the style page."""
        return f"example-{self.name.replace('/', '-')}"


def components(root: Path) -> list[Component]:
    """Every component, then every drawing, by name."""
    return list(_components(root))


def _components(root: Path) -> Iterator[Component]:
    for folder, examples in _FOLDERS.items():
        for path in sorted((root / "overrides" / folder).glob("*.html")):
            example = examples / path.name
            yield Component(
                name=example.relative_to(EXAMPLES).with_suffix("").as_posix(),
                path=path.relative_to(root),
                contract=_commented(path)[0],
                example=Example(example, *_commented(root / example)) if (root / example).is_file() else None,
            )


def _commented(path: Path) -> tuple[str, str]:
    """The comment that a template starts with, and what follows it."""
    text = path.read_text(encoding="utf-8")
    comment = _COMMENT.match(text)
    return (dedent(comment[1].strip("\n")).strip(), text[comment.end() :]) if comment else ("", text)

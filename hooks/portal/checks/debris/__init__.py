"""Debris: what was left behind while writing, or came along with pasting, and is not meant for a reader.

One concern a module, each with `look`, which names what it finds in one text. What is surely wrong is an error, what
is a matter of taste advice (`advice:` in wording.yml).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from portal.checks.debris import characters, dialects, garbled, machines, nearly, pasted, personal, unfinished
from portal.model.site import Site
from portal.model.texts import Written
from portal.words.problem import Problem

LOOKS: tuple[Callable[[Written], Iterator[Problem]], ...] = (
    unfinished.look,
    machines.look,
    personal.look,
    characters.look,
    garbled.look,
    pasted.look,
    nearly.look,
    dialects.look,
)


def check(site: Site) -> Iterator[Problem]:
    """Everything that was left behind in a text."""
    for text in site.texts:
        for look in LOOKS:
            yield from look(text)

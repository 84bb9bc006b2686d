"""The colours of the stylesheet, for what is drawn in Python. They are said once, in assets/css/0-tokens.css."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.assets.published import SOURCES

_TOKEN = re.compile(r"--(?P<name>[\w-]+):\s*(?:(?P<hex>#[0-9a-f]{6})|var\(--(?P<other>[\w-]+)\));")
_DARK = "(prefers-color-scheme: dark)"


@dataclass(frozen=True)
class Palette:
    """Each colour as `#rrggbb`."""

    ink: str
    chalk: str
    river: str
    brick: str
    sea: str
    sun: str
    sky: str
    ground: str
    """What a page stands on by day."""
    night: str
    """What it stands on in the dark scheme."""

    @property
    def hues(self) -> dict[str, str]:
        """The colours that have a name of their own, by that name."""
        return {name: getattr(self, name) for name in ("ink", "chalk", "river", "brick", "sea", "sun", "sky")}


def palette() -> Palette:
    """The colours as the stylesheet has them now."""
    light, dark = _schemes()
    day = _tokens(light)
    return Palette(
        **{name: day[name] for name in ("ink", "chalk", "river", "brick", "sea", "sun", "sky", "ground")},
        night=_tokens(dark)["ground"],
    )


def tokens() -> dict[str, str]:
    """Every colour that the stylesheet names, by day, as `#rrggbb`."""
    return _tokens(_schemes()[0])


def _schemes() -> tuple[str, str]:
    light, _, dark = (SOURCES / "css/0-tokens.css").read_text(encoding="utf-8").partition(_DARK)
    return light, dark


def _tokens(css: str) -> dict[str, str]:
    """The colours that a piece of stylesheet names, those that are another's included."""
    found: dict[str, str] = {}
    for token in _TOKEN.finditer(css):
        value = token["hex"] or found.get(token["other"])
        if value:
            found.setdefault(token["name"], value)
    return found

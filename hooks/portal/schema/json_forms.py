"""How values are written, as patterns: what fields.py holds a text to, and what JSON Schema says of it.

The patterns mean the same to Python and to JSON Schema (ECMA-262). A test compares what either accepts.
"""

from __future__ import annotations

from typing import Any

from pydantic import WithJsonSchema

RESERVED = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
"""Devices of Windows, on which no file or folder of that name can be made."""
SLUG = rf"(?!(?:{RESERVED})(?:$|/))[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_MAX = 80
SITE_ADDRESS = rf"/(?:(?=[^/]{{1,{SLUG_MAX}}}/){SLUG}/)*"
OLD_ADDRESS = r"(?:/[A-Za-z0-9._~%-]+)+/?"
"""Not all of the form: which of these can be a file, the check knows."""
MAIL = r"[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+"
PHONE = r"\+?[0-9](?:[ -]?[0-9]){1,14}"
LANGUAGE_TAG = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
PARTIAL_DATE = "[0-9]{4}(?:-[0-9]{2}){0,2}"
_HOST = r"[^\s\\/?#@]*\.[^\s\\/?#@]*"
HTTP_URL = rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}(?:[/?#][^\s\\]*)?"

CURLY = (("\u201c", "\u201d"), ("\u201e", "\u201d"), ("\u201e", "\u201c"), ("\u201d", "\u201d"), ("\u2018", "\u2019"))
"""What opens and closes a quotation in English and Dutch."""
_QUOTED = "|".join(f"{opened}[^{opened}{closed}]*{closed}" for opened, closed in CURLY)
_GIVEN = {"not": {"type": "null"}}
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff"

LOCALE = "x-locale"
"""Marks a text of a JSON Schema that is the code of a language of the site, to be listed by its writer."""

LENGTH = "x-length"
"""Least and most characters of a text, for a program that counts them; the pattern holds it to them."""

READ = "x-read"
"""The pattern of the text that a value of several forms becomes once it is read."""

Form = WithJsonSchema
"""What JSON Schema says of a type whose validators it cannot see."""


def pattern(form: str, **more: object) -> Form:
    """A text that is of a form as a whole."""
    return Form({"type": "string", "pattern": f"^{form}$", **more})


def text(least: int = 1, most: int | None = None) -> Form:
    """A text of so many characters, not counting the white space around it, without control characters or curl."""
    between = f"{{{max(least - 2, 0)},{'' if most is None else most - 2}}}"
    inner = rf"\S[\s\S]{between}\S" if least > 1 else r"\S"
    length = rf"^\s*{inner}\s*$" if least > 1 else inner
    return Form(
        {
            "type": "string",
            "minLength": least,
            "pattern": length,
            **({} if most is None else {LENGTH: [least, most]}),
            "not": {"pattern": rf"[{_CONTROL}]|^\s*(?:{_QUOTED})\s*$"},
        }
    )


DAY = pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}", format="date", examples=["2026-11-21"])
PARTIAL = Form(
    {
        READ: PARTIAL_DATE,
        "examples": [2025, "2025-10", "2025-10-14"],
        "anyOf": [
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            {"type": "string", "pattern": "^(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$"},
            {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"},
        ],
    }
)


def either(first: str, second: str) -> dict[str, Any]:
    """A record that has exactly one of two fields."""
    return {
        "oneOf": [
            {"required": [one], "properties": {one: _GIVEN, other: {"type": "null"}}}
            for one, other in ((first, second), (second, first))
        ]
    }


def needs(first: str, second: str) -> dict[str, Any]:
    """A record that has the second field wherever it has the first."""
    when, then = ({"required": [name], "properties": {name: _GIVEN}} for name in (first, second))
    return {"if": when, "then": then}

"""Numbers that differ between the languages: an amount, a year or a day that one of the two must have wrong.

A language is written anew and not word by word, so this is advice: a number may be a word in the other language.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from babel.numbers import get_group_symbol

from portal.model.site import Site
from portal.model.texts import Written
from portal.words.problem import Problem

SMALL = 20
"""Whole numbers up to here may be words in one of the languages."""

WORDS = 4
"""A text with fewer is a name."""

_NUMBER = re.compile(r"(?<![\w.,/#=?&%-])\d+(?:[.,\u00a0\u202f]\d+)*(?![\w/]|[.,]\d)")
_DIGIT = re.compile(r"\d")
_NO_NUMBER = re.compile(
    r"\]\([^()\s]{0,500}\)|<[^<>\s]{0,500}>|https?://\S+|\{:[^{}\n]{0,200}\}|\[\^[^\[\]]{0,60}\]"
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b|(?:\d{4}[ -]){3}\d{4}"
)
"""What holds digits and is no number: addresses, attributes, notes, the numbers of accounts and cards."""


@dataclass(frozen=True)
class _Number:
    written: str
    text: Written
    offset: int


def check(site: Site) -> Iterator[Problem]:
    """Numbers that stand in one language of a page or text and not in the other."""
    default = site.languages.default
    for versions in _versions(site).values():
        if default not in versions:
            continue
        here = _numbers(versions[default])
        for locale, text in versions.items():
            if locale != default:
                yield from _compared(here, _numbers(text))


def _versions(site: Site) -> Mapping[tuple[object, ...], dict[str, Written]]:
    """Each text in its languages: by the page and field, or by the file and the field without its language."""
    found: dict[tuple[object, ...], dict[str, Written]] = {}
    for text in site.texts:
        if text.locale not in site.languages or len(text.text.split()) < WORDS:
            continue
        locale = str(text.locale)
        path = PurePosixPath(*(part for part in text.file.path.parts if part != locale and part != f"{locale}.yml"))
        at = tuple(part for part in text.at if part != locale)
        found.setdefault((path, at), {})[locale] = text
    return found


def _numbers(text: Written) -> dict[str, _Number]:
    """The numbers of a text by their value."""
    if not _DIGIT.search(text.text):
        return {}
    group = _group(str(text.locale))
    prose = _NO_NUMBER.sub(lambda match: " " * len(match[0]), text.prose)
    found: dict[str, _Number] = {}
    for match in _NUMBER.finditer(prose):
        value = _value(match[0], group)
        if len(value) > 2 or int(value) > SMALL:
            found.setdefault(value, _Number(match[0], text, match.start()))
    return found


@functools.cache
def _group(locale: str) -> str:
    """What a language puts between thousands."""
    return get_group_symbol(locale.replace("-", "_"))


def _value(written: str, group: str) -> str:
    """A number as it is counted: `1.700,50` is 1700.5 in Dutch, `1,700.50` in English; `9.30`, an hour, is 9.3."""
    plain = re.sub(rf"[{re.escape(group)}\u00a0\u202f](?=\d{{3}}(?:\D|$))", "", written)
    whole, _, part = re.sub(r"[.,\u00a0\u202f](?=\d*$)", ".", plain).rpartition(".") if re.search(r"\D", plain) else (
        plain, "", "")  # fmt: skip
    return (whole.lstrip("0") or "0") + (f".{part.rstrip('0')}" if part.rstrip("0") else "")


def _compared(here: Mapping[str, _Number], there: Mapping[str, _Number]) -> Iterator[Problem]:
    ours = [number for value, number in here.items() if value not in there]
    theirs = [number for value, number in there.items() if value not in here]
    for mine, yours in zip(ours, theirs, strict=False):
        place = f"{mine.text.file.path}:{mine.text.line(mine.offset)}"
        yield yours.text.problem("numbers.differ", yours.offset, found=yours.written, other=mine.written, place=place)
    for number in (*ours[len(theirs) :], *theirs[len(ours) :]):
        yield number.text.problem("numbers.alone", number.offset, found=number.written)

"""What the `portal` command says, in the language of the editor's machine (wording.yml).

A message is data until it is shown: a `Phrase` is its key and the words that fill it in, and has a text in every
language of wording.yml.
"""

from __future__ import annotations

import functools
import locale as system_locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Protocol, runtime_checkable

from portal.words.own_file import own_file

FALLBACK = "en"
"""What is said to a machine in a language that wording.yml does not have."""


@runtime_checkable
class Told(Protocol):
    """Something that has a text in several languages, such as a name in the content."""

    def told(self, locale: str) -> str:
        """The text in a language, or in the nearest one there is."""


@dataclass(frozen=True)
class Spoken:
    """A text that stands in the code in every language of an editor, such as what a field asks for."""

    texts: tuple[tuple[str, str], ...]

    def told(self, locale: str) -> str:
        """The text in a language, or in the one that every editor reads."""
        texts = dict(self.texts)
        return texts.get(locale, texts[FALLBACK])


@dataclass(frozen=True)
class Tongue:
    """The name of a language, said in another."""

    code: str

    def told(self, locale: str) -> str:
        """`nl` is `Dutch` to who reads English."""
        from portal.words.formats import language  # Babel, which a command that has little to say does without

        return language(self.code, wording()["territory"].texts[locale])


@dataclass(frozen=True)
class Message:
    """An entry of wording.yml."""

    texts: Mapping[str, str]
    """By locale."""
    advice: str = ""
    """The group of advice it belongs to, whose heading is `advice.<group>`; empty for what stops a build."""
    strict: bool = False
    """Of a heading: `portal check --strict` refuses what stands below it."""


@functools.cache
def wording() -> Mapping[str, Message]:
    """Every message by its key, in the order of the file."""
    return {key: _message(said) for key, said in own_file("wording.yml").items()}


def _message(said: dict[str, str | bool]) -> Message:
    texts = {name: str(text) for name, text in said.items() if name not in ("advice", "strict")}
    return Message(texts, str(said.get("advice", "")), bool(said.get("strict")))


def advice_groups() -> tuple[str, ...]:
    """The groups of advice, in the order in which they are shown: that of their headings in wording.yml."""
    return tuple(key.removeprefix("advice.") for key in wording() if key.startswith("advice."))


@functools.cache
def editor_locales() -> tuple[str, ...]:
    """The languages that can be spoken to an editor: those of the first message, and a test says of them all."""
    return tuple(next(iter(wording().values())).texts)


def editor_locale() -> str:
    """The language of the machine where it is one of ours, else English. PORTAL_LANG says otherwise."""
    for name in ("PORTAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _ours(value)
    return _ours(system_locale.getlocale()[0] or "")  # Windows sets none of these


def _ours(value: str) -> str:
    """`nl_NL.UTF-8` is nl, and so is what Windows calls `Dutch_Netherlands`."""
    code = system_locale.normalize(value.replace("-", "_")).lower()
    return next((locale for locale in editor_locales() if code.startswith(locale)), FALLBACK)


@dataclass(frozen=True)
class Phrase:
    """A message with the words that fill it in: a text, a number, a day, something told, or another phrase."""

    key: str
    filled: tuple[tuple[str, object], ...] = ()

    def text(self, locale: str) -> str:
        """The message in a language."""
        words = {name: _in(word, locale) for name, word in self.filled}
        return wording()[self.key].texts[locale].format(**words).strip()

    def __str__(self) -> str:
        return self.text(editor_locale())


def _in(word: object, locale: str) -> object:
    match word:
        case Phrase():
            return word.text(locale)
        case date():
            from portal.words.formats import day

            return day(word, wording()["territory"].texts[locale])
        case str() | int() | float() | PurePath():
            return word
        case Told():
            return word.told(locale)
    raise TypeError(f"{word!r} cannot be said in {locale}")


def phrase(key: str, **words: object) -> Phrase:
    """A message, to be said later."""
    return Phrase(key, tuple(words.items()))


def say(key: str, **words: object) -> str:
    """The message in the editor's language, its placeholders filled in."""
    return str(phrase(key, **words))

"""The kinds of values that entries and pages are made of. Types are strict: `land: no` is a mistake, not False."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import PydanticCustomError

SLUG_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_MAX = 80

_CURLY = {("\u201c", "\u201d"), ("\u201e", "\u201d"), ("\u201e", "\u201c"), ("\u201d", "\u201d"),
          ("\u2018", "\u2019")}  # fmt: skip
"""What opens and closes a quotation in English and Dutch."""

_http_url = TypeAdapter(AnyHttpUrl)


def slugify(text: str) -> str:
    """The nearest slug to a text: what we propose when one is wrong."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:SLUG_MAX].strip("-") or "name"


def is_slug(text: str) -> bool:
    """Whether a text may stand in an address."""
    return len(text) <= SLUG_MAX and SLUG_PATTERN.fullmatch(text) is not None


def _slug(value: str) -> str:
    if not is_slug(value):
        raise PydanticCustomError("bad-slug", "not a slug", {"better": slugify(value)})
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?\d(?:[ -]?\d){1,14}", value):
        raise PydanticCustomError("bad-phone", "not a telephone number")
    return value


def _url(value: str) -> str:
    try:
        url = _http_url.validate_python(value)
    except ValidationError:
        url = None
    if (
        url is None
        or "." not in (url.host or "")
        or url.username
        or url.password
        or not re.fullmatch(r"(?i)https?://[^\s\\]+", value)  # pydantic also takes https:x.nl, which is no link
    ):
        raise PydanticCustomError("bad-url", "not a web address")
    return value


def _printable(value: str) -> str:
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in value):
        raise PydanticCustomError("control-character", "control character")
    return value


def _unquoted(value: str) -> str:
    """A word processor curls the quotes around a value, which then are part of the text; those within are fine."""
    if len(value) > 1 and (value[0], value[-1]) in _CURLY and not set(value[1:-1]) & {value[0], value[-1]}:
        raise PydanticCustomError("curly-quotes", "curly quotes")
    return value


def _address(value: str) -> str:
    parts = value.strip("/").split("/") if value.strip("/") else []
    if not (value.startswith("/") and value.endswith("/") and all(map(is_slug, parts))):
        raise PydanticCustomError("bad-address", "not an address of this site")
    return value


def _strict_date(value: object) -> object:
    if type(value) is not date:
        raise PydanticCustomError("date_type", "not a date")
    return value


def _partial_date(value: object) -> str:
    """A year (which YAML reads as a number), a month, or a day (which it reads as a date), all as ISO text."""
    text = value.isoformat() if type(value) is date else str(value) if type(value) is int else value
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        with contextlib.suppress(ValueError):  # 2026-02-30 has the form and is no day
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
            return text
    raise PydanticCustomError("partial-date", "not a year, month or day")


def _distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
    for value in values:
        if values.count(value) > 1:
            raise PydanticCustomError("twice-in-list", "twice", {"found": str(value)})
    return values


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_printable), AfterValidator(_unquoted)
]
"""Plain text: never Markdown, never HTML; templates escape it."""
Description = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=50, max_length=160),
    AfterValidator(_printable),
    AfterValidator(_unquoted),
]
"""What a page or entry is, in one sentence: shown in lists, in search results, and under a shared link."""
Slug = Annotated[str, AfterValidator(_slug)]
HttpUrl = Annotated[str, AfterValidator(_url)]
PhoneNumber = Annotated[str, AfterValidator(_phone)]
"""Digits with spaces or hyphens between them, and a plus in front of a country code: `0900-8880`."""
SiteAddress = Annotated[str, AfterValidator(_address)]
"""An address of this site, from its root: `/verhalen/x/`."""
Day = Annotated[date, BeforeValidator(_strict_date)]
PartialDate = Annotated[str, BeforeValidator(_partial_date)]
"""`2026`, `2026-11` or `2026-11-21`."""
Slugs = Annotated[tuple[Slug, ...], AfterValidator(_distinct)]
SomeSlugs = Annotated[Slugs, Field(min_length=1)]

Locale = Literal["nl", "en"]
Area = Literal["nijmegen", "arnhem-nijmegen", "east-netherlands", "netherlands", "europe"]
"""How near: an honest label, since not everything on the site is in Nijmegen."""


class Record(BaseModel):
    """Fields as they stand in a file: no others, and never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Localized(Record):
    """A text in both languages."""

    nl: Text
    en: Text

    def told(self, locale: str) -> str:
        """The text for an editor of a language."""
        return self[locale]

    def __getitem__(self, locale: str) -> str:
        return self.nl if locale == "nl" else self.en


class LocalizedDescription(Localized):
    """A description in both languages."""

    nl: Description
    en: Description


def _same_in_both(value: object) -> object:
    return {"nl": value, "en": value} if isinstance(value, str) else value


Name = Annotated[Localized, BeforeValidator(_same_in_both)]
"""A name: one text when it is the same in both languages, else `nl:` and `en:`."""


def hint(en: str, nl: str, **rules: Any) -> Any:
    """A field whose absence or misuse is explained to the editor in these words."""
    return Field(description=en, json_schema_extra={"hint": {"en": en, "nl": nl}}, **rules)

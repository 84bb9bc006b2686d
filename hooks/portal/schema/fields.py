"""The kinds of values that entries and pages are made of. Types are strict: `land: no` is a mistake, not False."""

from __future__ import annotations

import contextlib
import functools
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import unquote

import babel.localedata
from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from portal.schema import json_forms
from portal.schema.json_forms import (
    CURLY,
    HTTP_URL,
    LANGUAGE_TAG,
    LOCALE,
    MAIL,
    OLD_ADDRESS,
    PARTIAL_DATE,
    PHONE,
    RESERVED,
    SITE_ADDRESS,
    SLUG,
    SLUG_MAX,
)
from portal.schema.marks import Elsewhere, Prose, Ref
from portal.schema.meaning import means
from portal.schema.per_language import EverywhereTheSame, PerLanguage
from portal.words.languages import Languages

OLD_MAX = 200
"""Characters of an address of another system."""
_FILE = re.compile(r"(?!\.)[A-Za-z0-9._~-]{1,100}(?<!\.)")
"""A name that a file can have on every system, and that stands in the configuration of a host as it is."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_http_url = TypeAdapter(AnyHttpUrl)


def slugify(text: str) -> str:
    """The nearest slug to a text: what we propose when one is wrong."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:SLUG_MAX].strip("-") or "name"


def is_reserved(text: str) -> bool:
    """Whether a text is a device to Windows, on which no file or folder of that name can be made."""
    return re.fullmatch(RESERVED, text) is not None


def is_slug(text: str) -> bool:
    """Whether a text may stand in an address."""
    return not is_reserved(text) and len(text) <= SLUG_MAX and re.fullmatch(SLUG, text) is not None


def _slug(value: str) -> str:
    if is_reserved(value):
        raise PydanticCustomError("reserved-slug", "a device of Windows")
    if not is_slug(value):
        name = re.sub(r"\.(?:ya?ml|md|html?)$", "", value.rstrip("/").rpartition("/")[2])
        raise PydanticCustomError("bad-slug", "not a slug", {"better": slugify(name)})
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(PHONE, value):
        raise PydanticCustomError("bad-phone", "not a telephone number")
    return value


def _mail(value: str) -> str:
    if not re.fullmatch(MAIL, value):
        raise PydanticCustomError("bad-mail", "not a mail address")
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
    if _CONTROL.search(value):
        raise PydanticCustomError("control-character", "control character")
    return value


def _unquoted(value: str) -> str:
    """A word processor curls the quotes around a value, which then are part of the text; those within are fine."""
    if len(value) > 1 and (value[0], value[-1]) in CURLY and not set(value[1:-1]) & {value[0], value[-1]}:
        raise PydanticCustomError("curly-quotes", "curly quotes")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(SITE_ADDRESS, value):
        raise PydanticCustomError("bad-address", "not an address of this site")
    return value


def _old_address(value: str) -> str:
    """An address as some other system made it, in the form in which files are named after it."""
    if whole := re.match(r"(?i)https?://[^/]+", value):
        raise PydanticCustomError("old-address.whole", "with its host", {"better": value[whole.end() :] or "/"})
    path, _, query = value.partition("?")
    path = unicodedata.normalize("NFC", unquote(path))
    parts = path.removeprefix("/").removesuffix("/").split("/")  # one of each: //x is another site, or another folder
    last = parts[-1]
    if not path.startswith("/") or "" in parts or len(path) > OLD_MAX:
        raise PydanticCustomError("bad-address", "not an address")
    if query or "#" in path or ("." in last and not re.search(r"(?i)\.html?$", last)):
        raise PydanticCustomError("old-address.host", "only a host can lead it on")
    if any(is_reserved(part.split(".")[0].lower()) or not _FILE.fullmatch(part) for part in parts):
        raise PydanticCustomError("old-address.file", "no file of this name can be made")
    return path if path.endswith("/") or "." in last else f"{path}/"


def _strict_date(value: object) -> object:
    if type(value) is not date:
        raise PydanticCustomError("date_type", "not a date")
    return value


def _partial_date(value: object) -> str:
    """A year (which YAML reads as a number), a month, or a day (which it reads as a date), all as ISO text."""
    text = value.isoformat() if type(value) is date else str(value) if type(value) is int else value
    if isinstance(text, str) and re.fullmatch(PARTIAL_DATE, text):
        with contextlib.suppress(ValueError):  # 2026-02-30 has the form and is no day
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
            return text
    raise PydanticCustomError("partial-date", "not a year, month or day")


def _locale(value: str, info: ValidationInfo) -> str:
    languages = info.context
    if isinstance(languages, Languages) and value not in languages:
        raise PydanticCustomError("not-a-language", "not a language of the site", {"allowed": ", ".join(languages)})
    return value


def _language_tag(value: str) -> str:
    if not re.fullmatch(LANGUAGE_TAG, value) or value.partition("-")[0] not in _every_language():
        raise PydanticCustomError("bad-language", "not the code of a language")
    return value


@functools.cache
def _every_language() -> frozenset[str]:
    return frozenset(identifier.partition("_")[0] for identifier in babel.localedata.locale_identifiers())


class _Distinct:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
            for value in values:
                if values.count(value) > 1:
                    raise PydanticCustomError("twice-in-list", "twice", {"found": str(value)})
            return values

        return core_schema.no_info_after_validator_function(distinct, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "uniqueItems": True}


FileName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_printable),
    AfterValidator(_unquoted),
    json_forms.text(),
]
Text = Annotated[FileName, Prose()]
"""Plain text: never Markdown, never HTML; templates escape it."""
Description = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=50, max_length=160),
    AfterValidator(_printable),
    AfterValidator(_unquoted),
    json_forms.text(50, 160),
    Prose(),
]
"""What a page or entry is, in one sentence: shown in lists, in search results, and under a shared link."""
Slug = Annotated[str, AfterValidator(_slug), json_forms.pattern(SLUG, maxLength=SLUG_MAX, examples=["een-nieuw-lab"])]
"""A name that may stand in an address. Each use says what it names: with `Ref` or `Within`, or it is a page's own."""
HttpUrl = Annotated[
    str, AfterValidator(_url), Elsewhere(), json_forms.pattern(HTTP_URL, examples=["https://www.nijmegen.nl"])
]
MailAddress = Annotated[str, AfterValidator(_mail), json_forms.pattern(MAIL, examples=["post@example.org"])]
PhoneNumber = Annotated[str, AfterValidator(_phone), json_forms.pattern(PHONE, examples=["+31 24 329 90 00"])]
"""Digits with spaces or hyphens between them, and a plus in front of a country code: `0900-8880`."""
SiteAddress = Annotated[
    str, AfterValidator(_address), json_forms.pattern(SITE_ADDRESS, examples=["/verhalen/een-verhaal/"])
]
"""An address of this site, from its root: `/verhalen/x/`."""
OldAddress = Annotated[
    str, AfterValidator(_old_address), json_forms.pattern(OLD_ADDRESS, examples=["/nl/over-ons.html"])
]
"""An address that another system gave: with capitals, `_`, accents, or an ending such as `.html`."""
Day = Annotated[date, BeforeValidator(_strict_date), json_forms.DAY]
PartialDate = Annotated[str, BeforeValidator(_partial_date), json_forms.PARTIAL]
"""`2026`, `2026-11` or `2026-11-21`."""
Distinct = _Distinct()
"""A list in which nothing stands twice. A least length is said before it, while the list is still one to pydantic."""

SourceSlug = Annotated[Slug, Ref("sources")]
_SOURCES = means(
    en=("Sources", "the sources it rests on"),
    nl=("Bronnen", "de bronnen waar het op steunt"),
)
Sources = Annotated[tuple[SourceSlug, ...], Distinct, _SOURCES]
SomeSources = Annotated[tuple[SourceSlug, ...], Field(min_length=1), Distinct, _SOURCES]
PictureSlug = Annotated[Slug, Ref("pictures")]

Locale = Annotated[str, AfterValidator(_locale), json_forms.Form({"type": "string", LOCALE: True})]
"""A language of the site, by its code."""
LanguageTag = Annotated[str, AfterValidator(_language_tag), json_forms.pattern(LANGUAGE_TAG, examples=["nl"])]
"""Any language, such as that of a source: `nl`, `de`."""
Area = Literal["nijmegen", "arnhem-nijmegen", "east-netherlands", "netherlands", "europe"]
"""How near: an honest label, since not everything on the site is in Nijmegen."""


class Record(BaseModel):
    """Fields as they stand in a file: no others, and never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Subject(Record):
    """What a page is about: its front matter when an editor wrote it, else an entry."""

    page_kind: ClassVar[str]
    """The kind of page, which names its template and its view."""

    sources: Sources = ()

    def facets(self) -> Mapping[str, tuple[str, ...]]:
        """What its page can be found by in a list of such pages, by the name of the choice."""
        return {}

    def other_names(self, locale: str) -> tuple[str, ...]:
        """By what else people look for it in a language; there may be no other name."""
        return ()


Localized = PerLanguage[Text]
"""A text in every language."""
LocalizedDescription = PerLanguage[Description]
"""A description in every language."""
Name = Annotated[Localized, EverywhereTheSame()]
"""A name: one text when it is the same in every language, else one below each language."""

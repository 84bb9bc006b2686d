"""A value in every language of the site, and a text that knows which language it is in."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, ValidatorFunctionWrapHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from portal.words.languages import Languages

Value = TypeVar("Value")

LANGUAGES = "x-languages"
"""Marks an object of a JSON Schema whose properties are the languages of the site, to be filled in by its writer."""

_KNOWN_ERRORS = frozenset(typing.get_args(core_schema.ErrorType))


class Said(str):
    """A text in a language. Where the page is in another, templates print it with its `lang`."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> Said:
        """The text, and the code of its language."""
        said = super().__new__(cls, text)
        said.lang = lang
        return said

    def __reduce__(self) -> tuple[type[Said], tuple[str, str]]:
        return Said, (str(self), self.lang)


class PerLanguage(Generic[Value]):
    """A value per language. What a partial language lacks is given in the default language."""

    __slots__ = ("_default", "_values")

    def __init__(self, values: Mapping[str, Value], default: str) -> None:
        self._values: dict[str, Value] = {locale: _said(value, locale) for locale, value in values.items()}
        self._default = default

    def __getitem__(self, locale: str) -> Value:
        return self._values[locale] if locale in self._values else self._values[self._default]

    def __contains__(self, locale: object) -> bool:
        return locale in self._values

    def __iter__(self) -> Iterator[str]:
        """The languages that it is given in."""
        return iter(self._values)

    def items(self) -> Iterator[tuple[str, Value]]:
        """Each language that it is given in, with the value."""
        yield from self._values.items()

    def told(self, locale: str) -> str:
        """The text for somebody who reads a language."""
        return str(self[locale])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PerLanguage) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values.items())))

    def __repr__(self) -> str:
        return f"PerLanguage({self._values!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A mapping of languages; the context of the validation says which. Without one any language will do."""
        (value,) = typing.get_args(source)
        mapping = core_schema.dict_schema(core_schema.str_schema(), handler.generate_schema(value))
        return core_schema.with_info_wrap_validator_function(
            _validated, mapping, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An object that is still without its properties, the languages."""
        mapping = handler(schema)
        return {"type": "object", LANGUAGES: mapping["additionalProperties"]}


class EverywhereTheSame:
    """Makes a field take one text for all languages, too: `name: Briskr`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """One text stands for as many as there are languages."""

        def spread(value: object, info: ValidationInfo) -> object:
            languages = info.context
            if isinstance(value, str) and isinstance(languages, Languages):
                return dict.fromkeys(languages, value)
            return value

        return core_schema.with_info_before_validator_function(spread, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The one text, or the object."""
        each = handler(schema)
        return {"anyOf": [each[LANGUAGES], each]}


def _said(value: Any, locale: str) -> Any:
    """A text remembers its language, in lists too."""
    if isinstance(value, str):
        return Said(value, locale)
    return tuple(_said(item, locale) for item in value) if isinstance(value, tuple) else value


def _written(values: PerLanguage[Any]) -> dict[str, Any]:
    """As in a file. (`dict` alone would take the two letters of a code for a key and its value.)"""
    return dict(values.items())


def _validated(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> PerLanguage[Any]:
    languages = info.context
    if isinstance(value, PerLanguage):
        return value
    if not isinstance(value, Mapping) or not value:
        raise PydanticCustomError("not-localized", "not a mapping of languages")
    known = languages if isinstance(languages, Languages) else Languages.of(*map(str, value))
    errors = [
        InitErrorDetails(type="missing", loc=(locale,), input=value) for locale in known.whole if locale not in value
    ]
    errors += [
        InitErrorDetails(type=_unknown(known), loc=(str(locale),), input=found)
        for locale, found in value.items()
        if locale not in known
    ]
    values: Mapping[str, Any] = {}
    try:
        values = handler({locale: found for locale, found in value.items() if locale in known})
    except ValidationError as error:
        errors += [_again(details) for details in error.errors(include_url=False)]
    if errors:
        raise ValidationError.from_exception_data("a value per language", errors)
    return PerLanguage(values, known.default)


def _unknown(languages: Languages) -> PydanticCustomError:
    return PydanticCustomError("unknown-language", "not a language of the site", {"allowed": ", ".join(languages)})


def _again(details: Any) -> InitErrorDetails:
    """An error that was told once, to be told together with others."""
    kind, context = details["type"], details.get("ctx", {})
    error = kind if kind in _KNOWN_ERRORS else PydanticCustomError(kind, details["msg"], context)
    again = InitErrorDetails(type=error, loc=details["loc"], input=details["input"])
    if context and kind in _KNOWN_ERRORS:
        again["ctx"] = context
    return again

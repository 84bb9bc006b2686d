"""From pydantic's errors to problems in an editor's words."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.content.hints import hint, lines
from portal.schema.marks import records
from portal.words.characters import ODD_SPACES, described, invisible
from portal.words.languages import Languages
from portal.words.own_file import own_file
from portal.words.problem import Place, Problem, guess, near
from portal.words.wording import Phrase, phrase

Model = typing.TypeVar("Model", bound=BaseModel)

_OURS = {
    "action.due-or-rhythm",
    "action.nothing-told",
    "bad-address",
    "bad-language",
    "bad-slug",
    "reserved-slug",
    "bad-mail",
    "bad-phone",
    "bad-url",
    "curly-quotes",
    "ends-before-start",
    "not-a-language",
    "event.day-or-rhythm",
    "event.ends-before-start",
    "event.one-time",
    "needs-about",
    "old-address.file",
    "old-address.host",
    "old-address.whole",
    "one-place",
    "one-span",
    "relation.ends-before-start",
    "picture.no-alt",
    "picture.two-alts",
    "twice-in-list",
    "unknown-language",
}
"""Errors that our own fields raise, each with its words in wording.yml."""

_LENGTH = {"string_too_long", "string_too_short"}
_TEXT = {"string_type"}
_NUMBER = {"int_type", "int_parsing", "int_from_float", "float_type", "float_parsing"}
_LIST = {"tuple_type", "list_type"}
_MAPPING = {"model_type", "model_attributes_type", "dict_type"}


def validate(
    schema: type[Model], data: dict[str, Any], place: Place, languages: Languages
) -> tuple[Model | None, list[Problem]]:
    """An instance of the schema, or the problems that keep the data from being one."""
    try:
        return schema.model_validate(data, context=languages), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        misspelt = {_meant(schema, data, details["loc"]) for details in errors if details["type"] == "extra_forbidden"}
        # A misspelt field is one mistake, not also a field that is missing.
        told = [details for details in errors if details["type"] != "missing" or details["loc"] not in misspelt]
        # A list of which an item is wrong counts as shorter than it is: that is no second mistake.
        told = [details for details in told if details["type"] != "too_short" or not _holds_another(details, errors)]
        return None, [_problem(schema, data, place, details, languages) for details in told]


def _holds_another(details: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    at = details["loc"]
    return any(len(other["loc"]) > len(at) and other["loc"][: len(at)] == at for other in errors)


def _meant(schema: type[BaseModel], data: dict[str, Any], at: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where the field stands that an unknown one was probably meant to be."""
    return *at[:-1], near(str(at[-1]), _left(schema, data, at[:-1])) or at[-1]


def _left(schema: type[BaseModel], data: dict[str, Any], at: tuple[str | int, ...]) -> set[str]:
    """The fields that may still be added to the record at `at`."""
    return set(_fields(_model_at(schema, at))) - set(_value_at(data, at))


def _problem(
    schema: type[BaseModel], data: dict[str, Any], place: Place, details: ErrorDetails, languages: Languages
) -> Problem:
    at = details["loc"]
    kind = details["type"]
    value = details["input"]
    context = details.get("ctx", {})
    found = _shown(value)
    if kind == "extra_forbidden" and (hidden := _hidden(at[-1])):
        return place.problem("character.field", *at, **hidden)
    if isinstance(value, str) and kind not in _LENGTH and (hidden := _hidden(value)):
        return place.problem("character.field", *at, **hidden)
    if kind == "missing":
        return place.problem("missing", *at, hint=_hint(schema, at, languages))
    if kind == "extra_forbidden":
        if known := _elsewhere().get(str(at[-1])):
            said, ours = known
            if not ours or ours in _fields(_model_at(schema, at[:-1])):
                return place.problem(f"unknown-field.{said}", *at)
        return place.problem("unknown-field", *at, guess=guess(str(at[-1]), _left(schema, data, at[:-1])))
    if value is None or (isinstance(value, str) and not value.strip()) or kind == "too_short":
        return place.problem("empty.required" if _is_required(schema, at) else "empty", *at)
    if kind == "literal_error":
        return place.problem("not-allowed", *at, found=found, guess=guess(str(value), _choices(context)))
    if kind in ("string_too_long", "string_too_short"):
        key, limit = ("too-long", "max_length") if kind == "string_too_long" else ("too-short", "min_length")
        return place.problem(key, *at, length=len(str(value).strip()), limit=context[limit])
    if kind in _TEXT:
        return place.problem("wrong-type.text", *at, found=found)
    if kind == "bool_type":
        return place.problem("wrong-type.bool", *at, found=found)
    if kind in _NUMBER:
        return place.problem("wrong-type.number", *at, found=found)
    if kind == "date_type":
        return place.problem("wrong-type.date", *at, found=found)
    if kind == "partial-date":
        return place.problem("wrong-type.partial-date", *at, found=found)
    if kind in _LIST:
        return place.problem("wrong-type.list", *at, found=value if isinstance(value, str) else found)
    if kind in _MAPPING:
        return place.problem("wrong-type.mapping", *at, found=found)
    if kind == "not-localized":
        return place.problem("wrong-type.localized", *at, found=found, lines=lines(languages))
    if kind in _OURS:
        return place.problem(kind, *at, **{"found": value if isinstance(value, str) else found, **context})
    return place.problem("invalid", *at, found=found, reason=details["msg"])


@functools.cache
def _elsewhere() -> dict[str, tuple[str, str]]:
    """What is said of a field by its name in another system, with the field of ours that takes its place."""
    known = own_file("other_fields.yml").items()
    return {name: (said, entry.get("ours", "")) for said, entry in known for name in entry["names"]}


def _hidden(value: object) -> dict[str, object]:
    """The first character of a value that nobody sees, with what stands before it and the value without it."""
    text = str(value)
    odd = re.search(f"^[{ODD_SPACES}]|[{ODD_SPACES}]$", text) or re.search(f"[{ODD_SPACES}]+(?=[-:])", text)
    found = [(odd.start(), odd[0][0])] if odd else [*invisible(text)]
    if not found:
        return {}
    at, character = found[0]
    better = " ".join(
        "".join(" " if re.match(f"[{ODD_SPACES}]", c) else "" if [*invisible(c)] else c for c in text).split()
    )
    return {"what": described(character), "before": text[:at][-20:], "better": better}


def _shown(value: object) -> str | Phrase:
    """A value as the editor wrote it: text in quotes, true and false in YAML's spelling."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"'{value}'" if len(value) <= 60 else f"'{value[:57]}...'"
        case list():
            return phrase("shown.list")
        case dict():
            return phrase("shown.fields")
        case _:
            return str(value)


def _choices(context: dict[str, Any]) -> list[str]:
    """The choices of a literal, from pydantic's `'a', 'b' or 'c'`."""
    return [part.strip("' ") for part in context.get("expected", "").replace(" or ", ",").split(",")]


def _hint(schema: type[BaseModel], at: tuple[str | int, ...], languages: Languages) -> Phrase:
    model = _model_at(schema, at[:-1])
    for name, field in model.model_fields.items():
        if (field.alias or name) == at[-1]:
            return hint(field, languages)
    return phrase("form.localized", lines=lines(languages))


def _is_required(schema: type[BaseModel], at: tuple[str | int, ...]) -> bool:
    """Whether a file is not right without the field."""
    names = [part for part in at if isinstance(part, str)]
    model = _model_at(schema, tuple(names[:-1]))
    own = {field.alias or name: field for name, field in model.model_fields.items()}
    return bool(names) and names[-1] in own and own[names[-1]].is_required()


def _fields(model: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _value_at(data: Any, at: tuple[str | int, ...]) -> Any:
    for part in at:
        data = data[part]
    return data


def _model_at(schema: type[BaseModel], at: tuple[str | int, ...]) -> type[BaseModel]:
    """The model that the field at `at` is, or the innermost model on the way to it."""
    model = schema
    for part in at:
        if isinstance(part, int):
            continue
        for name, field in model.model_fields.items():
            if (field.alias or name) == part:
                model = next(records(field.annotation), model)
    return model

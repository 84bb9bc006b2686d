"""What a schema says of a field besides its type, and the walk that finds it: references, shared facts.

    campus: Annotated[Slug, Ref("campuses")] | None = None
    town: Annotated[Text | None, Shared()] = None

One walk finds every mark, in lists and records too. Checks, backlinks, relations and tools read from it; nothing beside
the schema lists which field names what.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from portal.schema.per_language import PerLanguage

Location = tuple[str | int, ...]
"""Where a value stands in its file: field names and positions in lists, from the outside in."""

REFERENCE = "x-ref"
"""Marks a text of a JSON Schema that refers to an entry."""
WITHIN = "x-within"
"""Marks a text of a JSON Schema that is a name within its own file."""
INWARD = "x-inward"
"""Marks a field of a JSON Schema that open data are without."""

Mark = TypeVar("Mark")
AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


@dataclass(frozen=True, init=False)
class Ref:
    """The text is the slug of an entry in one of these collections, or one of the words in `also`."""

    collections: tuple[str, ...]
    also: tuple[str, ...]

    def __init__(self, *collections: str, also: tuple[str, ...] = ()) -> None:
        object.__setattr__(self, "collections", collections)
        object.__setattr__(self, "also", also)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The collections, for a program that offers a choice; the writer of the schema fills in the slugs."""
        reference = {"collections": list(self.collections), "also": list(self.also)}
        return {**handler(schema), REFERENCE: reference}


@dataclass(frozen=True)
class Within:
    """The text is a name that is given or used within its own file; a check of that schema sees to it."""

    what: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """For a program that offers the names of the file at hand."""
        return {**handler(schema), WITHIN: self.what}


@dataclass(frozen=True)
class Shared:
    """A fact: the same in every language version of a page. References are facts without being marked."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """For a program that fills in both versions at once."""
        return {**handler(schema), "x-shared": True}


@dataclass(frozen=True)
class Inward:
    """The field is of use to this site alone, such as a colour: open data are without it."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """For what writes open data."""
        return {**handler(schema), INWARD: True}


@dataclass(frozen=True)
class Prose:
    """The text is for readers, in the language it stands under."""


@dataclass(frozen=True)
class Elsewhere:
    """The text is an address on the web."""


def walk(record: BaseModel, mark: type[Mark]) -> Iterator[tuple[Location, Mark, Any]]:
    """Every value within a record that is marked: where it stands, its mark, the value. None is not a value."""
    yield from _in_record(record, mark, ())


def records_in(record: BaseModel, kind: type[AnyRecord]) -> Iterator[tuple[Location, AnyRecord]]:
    """Every record of a kind within a record, at any depth: where it stands, and itself."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        place = (field.alias or name,)
        for at, item in (
            [(place, value)] if not isinstance(value, tuple) else [((*place, i), v) for i, v in enumerate(value)]
        ):
            if isinstance(item, kind):
                yield at, item
            if isinstance(item, BaseModel):
                yield from (((*at, *within), found) for within, found in records_in(item, kind))


def shared_fields(model: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """The fields in which every version of a page must agree, as paths of names: `("key_number", "source")`."""
    return _shared(model)


def marks_in(annotation: Any, mark: type[Mark]) -> Iterator[Mark]:
    """The marks within a type itself, such as that of the items of a list; not those of the fields of its records."""
    if typing.get_origin(annotation) is Annotated:
        annotation, *found = typing.get_args(annotation)
        yield from (one for one in found if isinstance(one, mark))
    for argument in typing.get_args(annotation):
        yield from marks_in(argument, mark)


def annotation_of(field: FieldInfo) -> Any:
    """The type of a field with all its marks; pydantic keeps the outermost of them apart."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _in_record(record: BaseModel, mark: Any, at: Location) -> Iterator[tuple[Location, Mark, Any]]:
    for name, alias, annotation in _marked_fields(type(record), mark):
        yield from _in_value(annotation, getattr(record, name), mark, (*at, alias))


def _in_value(annotation: Any, value: Any, mark: Any, at: Location) -> Iterator[tuple[Location, Mark, Any]]:
    if value is None:
        return
    if typing.get_origin(annotation) is Annotated:
        annotation, *marks = typing.get_args(annotation)
        yield from ((at, found, value) for found in marks if isinstance(found, mark))
    if isinstance(value, BaseModel):
        yield from _in_record(value, mark, at)
    elif typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for argument in typing.get_args(annotation):
            if argument is not types.NoneType:
                yield from _in_value(argument, value, mark, at)
    elif isinstance(value, PerLanguage):
        for locale, said in value.items():
            yield from _in_value(typing.get_args(annotation)[0], said, mark, (*at, locale))
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _in_value(typing.get_args(annotation)[0], item, mark, (*at, i))


@functools.cache
def _marked_fields(model: type[BaseModel], mark: Any) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a model that are marked or hold something that is: name, name in the file, type with its marks."""
    fields = []
    for name, field in model.model_fields.items():
        annotation = annotation_of(field)
        if _holds(annotation, mark):
            fields.append((name, field.alias or name, annotation))
    return tuple(fields)


def _holds(annotation: Any, mark: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_marked_fields(annotation, mark))
    if typing.get_origin(annotation) is Annotated:
        inner, *marks = typing.get_args(annotation)
        return any(isinstance(found, mark) for found in marks) or _holds(inner, mark)
    return any(_holds(argument, mark) for argument in typing.get_args(annotation))


@functools.cache
def _shared(model: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    paths: list[tuple[str, ...]] = []
    for name, field in model.model_fields.items():
        annotation = annotation_of(field)
        record = next(records(annotation), None)
        if record is not None:
            paths += [(name, *path) for path in _shared(record)]
        elif _holds(annotation, Shared) or _holds(annotation, Ref):
            paths.append((name,))
    return tuple(paths)


def records(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models within a type, such as the one in `tuple[Statement, ...] | None`."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for argument in typing.get_args(annotation):
        yield from records(argument)

"""The form of the open data: a JSON Schema of each file, made from the schema of the content, and what would break it.

What an editor is held to (lengths, fields that go together) is not promised to who reads the data. Promised are the
fields, their types, and the values of a choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portal.schema.entry import Entry, PagedEntry
from portal.schema.json_forms import LOCALE, READ
from portal.schema.marks import INWARD, REFERENCE, shared_fields
from portal.schema.open_data import Opened, opened
from portal.schema.page import FrontMatter, page_kinds
from portal.schema.per_language import LANGUAGES
from portal.words.languages import Languages

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

JsonSchema = dict[str, Any]
Column = tuple[str, ...]
"""A value of an item that stands in a cell of its own: the names that lead to it."""

_KEPT = ("type", "enum", "const", "format", "title", "description", "items", "properties", "required", REFERENCE)


def file_schema(one: Opened, languages: Languages, version: str) -> JsonSchema:
    """The schema of the JSON file of a collection."""
    text = {"type": "string"}
    return {
        "$schema": DIALECT,
        "title": one.said.label.told("en"),
        **_object(
            {
                "$schema": text,
                "dataset": {"const": one.name},
                "version": {"const": version},
                "licence": {"const": LICENCE},
                "modified": {"type": ["string", "null"], "format": "date"},
                "items": {"type": "array", "items": item_schema(one, languages)},
            }
        ),
    }


def item_schema(one: Opened, languages: Languages) -> JsonSchema:
    """The schema of an item: `id`, where its page is in each language, and its fields."""
    told = one.of.model_json_schema()
    properties = _Reader(languages, told.get("$defs", {})).properties(told)
    if issubclass(one.of, FrontMatter):
        once = {path[0] for path in shared_fields(one.of) if len(path) == 1}
        properties = {
            name: schema if name in once else _per_language(schema, languages) for name, schema in properties.items()
        }
    own: JsonSchema = {"id": {"type": "string", "description": "The name by which other items refer to it."}}
    if has_page(one.of):
        url = {"type": ["string", "null"], "format": "uri"}
        own["page"] = {**_object(dict.fromkeys(languages, url)), "description": "Where it can be read, by language."}
    if hidden := own.keys() & properties.keys():
        raise TypeError(f"{one.name} has a field {', '.join(hidden)}, which every item has already")
    return _object({**own, **properties})


def has_page(of: type[Entry] | type[FrontMatter]) -> bool:
    """Whether such a thing has a page."""
    return issubclass(of, PagedEntry | FrontMatter) or any(kind.describes is of for kind in page_kinds().values())


def columns(schema: JsonSchema, at: Column = ()) -> Iterator[Column]:
    """The columns of an item: a record within it has a column for each of its values; a list stands in one."""
    for name, value in schema["properties"].items():
        if "properties" in value:
            yield from columns(value, (*at, name))
        else:
            yield (*at, name)


def breaking(old: JsonSchema, new: JsonSchema, at: Column = ()) -> Iterator[str]:
    """What a program that reads the old form would stumble over in the new one, a line each."""
    place = ".".join(at) or "the file"
    gone = [name for name in old.get("properties", {}) if name not in new.get("properties", {})]
    yield from (f"{'.'.join((*at, name))} is gone" for name in gone)
    for name, schema in old.get("properties", {}).items():
        if name in gone:
            continue
        if name in old["required"] and name not in new["required"]:
            yield f"{'.'.join((*at, name))} may be missing"
        yield from breaking(schema, new["properties"][name], (*at, name))
    if more := sorted(_types(new) - _types(old)):
        yield f"{place} may be {', '.join(more)}"
    if "items" in old and "items" in new:
        yield from breaking(old["items"], new["items"], (*at, "[]"))
    for part in ("const", "format", "pattern"):
        if old.get(part) is not None and new.get(part) != old[part]:
            yield f"{place} has another {part}"
    if "enum" in old and "enum" not in new:
        yield f"{place} is no choice any more"


def _types(schema: JsonSchema) -> set[str]:
    types = schema.get("type", [])
    return {types} if isinstance(types, str) else set(types)


def _object(properties: Mapping[str, JsonSchema]) -> JsonSchema:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _per_language(schema: JsonSchema, languages: Languages) -> JsonSchema:
    """A value in every language; a language that is partial may lack it."""
    return {**_object(dict.fromkeys(languages, schema)), "required": list(languages.whole)}


class _Reader:
    """Makes the form of what is published from the form of what is written."""

    def __init__(self, languages: Languages, records: Mapping[str, JsonSchema]) -> None:
        self.languages = languages
        self.records = records
        self.known = frozenset(opened())

    def properties(self, schema: JsonSchema) -> dict[str, JsonSchema]:
        """The fields of a record that are published, each of which every item has."""
        return {name: self.made(field) for name, field in schema["properties"].items() if not self._left_out(field)}

    def made(self, schema: JsonSchema) -> JsonSchema:
        """The schema of a value: whole in itself, without what only an editor needs."""
        if "$ref" in schema:
            schema = {**self.records[schema["$ref"].rpartition("/")[2]], **schema}
        if READ in schema:
            return {**_kept(schema), "type": "string", "pattern": f"^{schema[READ]}$"}
        if "anyOf" in schema:
            return self._one_of(schema)
        if LANGUAGES in schema:
            return {**_kept(schema), **_per_language(self.made(schema[LANGUAGES]), self.languages)}
        made = _kept(schema)
        if LOCALE in schema:
            made["enum"] = list(self.languages)
        if "items" in made:
            made["items"] = self.made(schema["items"])
        if "properties" in made:
            properties = self.properties(schema)
            made |= {"properties": properties, "required": list(properties)}
        return made

    def _one_of(self, schema: JsonSchema) -> JsonSchema:
        """A value that may be missing is null then; one text for all languages is read as a text in each."""
        choices = [one for one in schema["anyOf"] if one.get("type") != "null"]
        chosen = next((one for one in choices if LANGUAGES in one), choices[0])
        made = {**self.made(chosen), **_kept(schema)}
        if len(choices) < len(schema["anyOf"]):
            made["type"] = [*sorted(_types(made) - {"null"}), "null"]
            made |= {"enum": [*made["enum"], None]} if "enum" in made else {}
        return made

    def _left_out(self, schema: Any) -> bool:
        """Whether a field is for this site alone, or names only what is not published."""
        if not isinstance(schema, dict):
            return False
        if schema.get(INWARD):
            return True
        if reference := schema.get(REFERENCE):
            return not reference["also"] and not self.known & set(reference["collections"])
        inner = [schema[name] for name in ("items", LANGUAGES) if name in schema]
        inner += [one for one in schema.get("anyOf", []) if one.get("type") != "null"]
        return any(self._left_out(one) for one in inner)


def _kept(schema: JsonSchema) -> JsonSchema:
    return {name: schema[name] for name in _KEPT if name in schema}

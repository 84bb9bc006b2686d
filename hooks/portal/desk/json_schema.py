"""`portal schema`: the schemas of content as JSON Schema, so that a program completes and checks what is typed.

They follow from the models. What the models cannot know is filled in here: the languages of the site, and the names of
the files that may be referred to.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from portal.checks.strings import can_be_filled, placeholders
from portal.content.reading import DATA, slugs
from portal.content.yaml_source import read_yaml
from portal.desk.report import Report
from portal.schema.entry import collections
from portal.schema.json_forms import LOCALE
from portal.schema.marks import REFERENCE
from portal.schema.page import page_kinds
from portal.schema.per_language import LANGUAGES
from portal.schema.redirect import Redirects
from portal.words.languages import Languages, read_languages

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = PurePosixPath(".cache/schema")
"""Where .vscode/settings.json looks for them."""
STRINGS = PurePosixPath("strings.json")
"""The one schema that follows from content: the strings of the default language say which there are."""

JsonSchema = dict[str, Any]


def models() -> Mapping[PurePosixPath, type[BaseModel]]:
    """What there is a schema of, by the name of its file: every collection and page kind, redirects, the report."""
    data = {PurePosixPath("data", f"{name}.json"): schema for name, schema in collections().items()}
    pages = {PurePosixPath("pages", f"{schema.page_kind}.json"): schema for schema in page_kinds().values()}
    return {**data, **pages, PurePosixPath("redirects.json"): Redirects, PurePosixPath("check.json"): Report}


def bindings() -> Mapping[str, str]:
    """Which files of YAML each schema is about, as editors' programs want it: the schema, then a pattern of paths."""
    data = {f"./{FOLDER / 'data' / name}.json": f"{DATA / name}/*.yml" for name in collections()}
    strings = {f"./{FOLDER / STRINGS}": f"{DATA / 'strings'}/*.yml"}
    return {**data, f"./{FOLDER / 'redirects.json'}": str(DATA / "redirects.yml"), **strings}


def json_schema(model: type[BaseModel], languages: Languages, known: Mapping[str, Collection[str]]) -> JsonSchema:
    """The JSON Schema of a model, for the languages of a site and the slugs that each collection has.

    It is about what stands in a file: a date is a text of the form 2026-11-21, as programs that know YAML read it.
    """
    writer = _Writer(languages, known)
    # The report is written, everything else is read.
    told = model.model_json_schema(mode="serialization" if model is Report else "validation")
    schema: JsonSchema = writer.filled(told)
    return {"$schema": DIALECT, **schema, "$defs": {**schema.get("$defs", {}), **writer.names}}


def write_schemas(root: Path, folder: Path) -> int:
    """Write all schemas of the project in `root` into a folder; return how many. One that is as it was stays."""
    languages = read_languages(root)
    known = {collection: slugs(root, collection) for collection in collections()}
    every = {name: json_schema(model, languages, known) for name, model in models().items()}
    every[STRINGS] = strings_schema(root, languages)
    for name, schema in every.items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        path = folder / name
        if not (path.is_file() and path.read_text(encoding="utf-8") == text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return len(every)


def strings_schema(root: Path, languages: Languages) -> JsonSchema:
    """The JSON Schema of the strings of a language: those of the default language, with the same words filled in."""
    path = DATA / "strings" / f"{languages.default}.yml"
    texts = read_yaml((root / path).read_text(encoding="utf-8"), path).data
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {key: _string(text) for key, text in texts.items() if isinstance(text, str)},
        "required": list(texts),
        "additionalProperties": False,
    }


def _string(text: str) -> JsonSchema:
    filled = sorted(set(placeholders(text))) if can_be_filled(text) else []
    wanted = [{"pattern": f"\\{{{name}\\}}"} for name in filled]
    return {"type": "string", "description": text, **({"allOf": wanted} if wanted else {})}


class _Writer:
    """Fills in what a schema leaves open."""

    def __init__(self, languages: Languages, known: Mapping[str, Collection[str]]) -> None:
        self.languages = languages
        self.known = known
        self.names: dict[str, JsonSchema] = {}
        """The choices of slugs, each of which stands in a schema once."""

    def filled(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.filled(item) for item in node]
        if not isinstance(node, dict):
            return node
        return self._completed({key: self.filled(value) for key, value in node.items()})

    def _completed(self, schema: JsonSchema) -> JsonSchema:
        if LANGUAGES in schema:
            each = schema.pop(LANGUAGES)
            properties = dict.fromkeys(self.languages, each)
            required = list(self.languages.whole)
            schema |= {"properties": properties, "required": required, "additionalProperties": False}
        if schema.pop(LOCALE, False):
            schema["enum"] = list(self.languages)
        if REFERENCE in schema:
            return {"$ref": self._choice(schema[REFERENCE]), **_without_form(schema)}
        return schema

    def _choice(self, reference: Mapping[str, list[str]]) -> str:
        collections, also = reference["collections"], reference["also"]
        name = ".".join(["slug", *collections, *also])
        known = {slug for collection in collections for slug in self.known[collection]}
        self.names[name] = {"type": "string", "enum": [*sorted(known), *also]}
        return f"#/$defs/{name}"


def _without_form(schema: JsonSchema) -> JsonSchema:
    return {key: value for key, value in schema.items() if key not in ("type", "pattern", "maxLength", "examples")}

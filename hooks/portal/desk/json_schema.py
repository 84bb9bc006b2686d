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

from portal.content.reading import DATA, slugs
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

JsonSchema = dict[str, Any]


def models() -> Mapping[PurePosixPath, type[BaseModel]]:
    """What there is a schema of, by the name of its file: every collection and page kind, redirects, the report."""
    data = {PurePosixPath("data", f"{name}.json"): schema for name, schema in collections().items()}
    pages = {PurePosixPath("pages", f"{schema.page_kind}.json"): schema for schema in page_kinds().values()}
    return {**data, **pages, PurePosixPath("redirects.json"): Redirects, PurePosixPath("check.json"): Report}


def bindings() -> Mapping[str, str]:
    """Which files of YAML each schema is about, as editors' programs want it: the schema, then a pattern of paths."""
    data = {f"./{FOLDER / 'data' / name}.json": f"{DATA / name}/*.yml" for name in collections()}
    return {**data, f"./{FOLDER / 'redirects.json'}": str(DATA / "redirects.yml")}


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
    every = models()
    for name, model in every.items():
        text = json.dumps(json_schema(model, languages, known), ensure_ascii=False, indent=1) + "\n"
        path = folder / name
        if not (path.is_file() and path.read_text(encoding="utf-8") == text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return len(every)


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

"""What the handbook and .vscode/ repeat of the schemas: tables of fields, and which schema is about which files.

A table stands between two comments, of which the first names what it is of:

    <!-- fields: Story without FrontMatter -->
    <!-- end -->
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from portal.desk.json_schema import JsonSchema, bindings
from portal.schema.fields import Record
from portal.schema.json_forms import LENGTH, LOCALE
from portal.schema.marks import REFERENCE, WITHIN
from portal.schema.meaning import LABEL, MEANING, sentence
from portal.schema.page import FrontMatter, page_kinds
from portal.schema.per_language import LANGUAGES
from portal.schema.registry import subclasses

CONTENT = PurePosixPath("docs/content.md")
EDITOR = PurePosixPath(".vscode/settings.json")
_TABLE = re.compile(
    r"(<!-- (fields: (?P<model>\w+)(?: without (?P<base>\w+))?|page kinds) -->\n).*?(<!-- end -->)", re.S
)
_HEADING = "| field | in a form | | what it is | what you write |\n| --- | --- | --- | --- | --- |\n"


def write_handbook(root: Path) -> list[PurePosixPath]:
    """Renew what follows from the schemas in the project at `root`; return the files that were not up to date."""
    new = {CONTENT: with_tables((root / CONTENT).read_text(encoding="utf-8")), EDITOR: editor_settings()}
    stale = [path for path, text in new.items() if (root / path).read_text(encoding="utf-8") != text]
    for path in stale:
        (root / path).write_text(new[path], encoding="utf-8", newline="\n")
    return stale


def with_tables(text: str) -> str:
    """A page of the handbook with its tables as the schemas are now."""
    models = {model.__name__: model for model in subclasses(Record)}

    def table(found: re.Match[str]) -> str:
        if not found["model"]:
            return f"{found[1]}{_kinds()}{found[5]}"
        base = models[found["base"]] if found["base"] else None
        return f"{found[1]}{_HEADING}{''.join(_rows(models[found['model']], base))}{found[5]}"

    return _TABLE.sub(table, text)


def editor_settings() -> str:
    """The settings with which Visual Studio Code finds the schema of a file."""
    return json.dumps({"yaml.schemas": dict(bindings())}, indent=2) + "\n"


def _rows(model: type[BaseModel], base: type[BaseModel] | None) -> Iterator[str]:
    """A line for each field, those first that are required."""
    schema = model.model_json_schema()
    for name, field in _own(schema, base).items():
        needed = "required" if name in schema["required"] else "optional"
        meaning = sentence(field[MEANING]["en"])
        written = _form(field, schema.get("$defs", {}))
        same = ". The same in every language" if issubclass(model, FrontMatter) and _is_shared(field) else ""
        yield f"| `{name}` | {field[LABEL]['en']} | {needed} | {meaning} | {written}{same} |\n"


def _own(schema: JsonSchema, base: type[BaseModel] | None) -> dict[str, JsonSchema]:
    """The fields that the schema of another does not have in the same way, those first that are required."""
    theirs = base.model_json_schema() if base else {}
    required, properties = schema.get("required", []), schema["properties"]
    schema["required"] = required
    own = {
        name: field
        for name, field in properties.items()
        if field != theirs.get("properties", {}).get(name) or (name in required) != (name in theirs["required"])
    }
    return dict(sorted(own.items(), key=lambda item: item[0] not in required))


def _kinds() -> str:
    """Where each kind of page stands, and what fields it has besides those of every page."""
    lines = ["| kind | file in `nl/` and `en/` | fields besides those of every page |\n| --- | --- | --- |\n"]
    for schema in sorted(page_kinds().values(), key=lambda kind: kind.at):
        told = schema.model_json_schema()
        fields = _own(told, FrontMatter)
        listed = ", ".join(f"`{name}`{' (required)' if name in told['required'] else ''}" for name in fields)
        name = schema.page_kind.replace("-", " ")
        lines.append(f"| {name} | `{schema.at}.md` | {listed or 'none'} |\n")
    return "".join(lines)


def _is_shared(field: Any) -> bool:
    if isinstance(field, dict):
        return bool({"x-shared", REFERENCE} & set(field)) or any(map(_is_shared, field.values()))
    return isinstance(field, list) and any(map(_is_shared, field))


def _form(field: JsonSchema, records: dict[str, JsonSchema]) -> str:
    """What may be written in a field, in words."""
    if LANGUAGES in field:
        return f"{_form(field[LANGUAGES], records)}, in every language"
    if REFERENCE in field:
        files = " or ".join(f"`data/{collection}`" for collection in field[REFERENCE]["collections"])
        return f"a slug of {files}" + "".join(f", or `{word}`" for word in field[REFERENCE]["also"])
    if WITHIN in field:
        return f"a slug among the {field[WITHIN]} of this file"
    if LOCALE in field:
        return "a language of the site, such as `nl`"
    if "enum" in field:
        return ", ".join(f"`{choice}`" for choice in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if "examples" in field:
        return "such as " + ", ".join(f"`{example}`" for example in field["examples"])
    if "$ref" in field:
        names = list(records[field["$ref"].rpartition("/")[2]]["properties"])
        return "with " + ", ".join(f"`{name}`" for name in names)
    if "anyOf" in field:
        return _either([choice for choice in field["anyOf"] if choice.get("type") != "null"], records)
    match field["type"]:
        case "array":
            several = "a list, at least one" if field.get("minItems") else "a list"
            return f"{several}; each {_form(field['items'], records)}"
        case "boolean":
            return "`true` or `false`"
        case "integer":
            return f"a whole number{_range(field)}"
        case "number":
            return "a number"
    least, most = field.get(LENGTH, (1, None))
    return f"text of {least} to {most} characters" if most else "text"


def _either(choices: list[JsonSchema], records: dict[str, JsonSchema]) -> str:
    if len(choices) == 2 and LANGUAGES in choices[1]:
        return f"{_form(choices[0], records)}, once or in every language"
    return " or ".join(_form(choice, records) for choice in choices)


def _range(field: JsonSchema) -> str:
    least = field.get("minimum", field.get("exclusiveMinimum", -1) + 1)
    most = field.get("maximum")
    return f" from {least} to {most}" if most is not None else f", {least} or more" if least else ""

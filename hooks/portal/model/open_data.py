"""Open data: every public collection as JSON and as CSV, the same rows in both, with the form of each.

What is published follows from the schemas (`portal.schema.open_data`), and the form is what the values are cut to: a
field that is not in it cannot come out. What is withheld stays out, and so does every mention of it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from defusedcsv import csv

from portal.model.open_schema import LICENCE, Column, JsonSchema, columns, file_schema, has_page
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.entry import Entry
from portal.schema.fields import Record
from portal.schema.marks import REFERENCE
from portal.schema.open_data import DataChange, Opened, opened
from portal.schema.page import FrontMatter, key_about
from portal.schema.source import Source

VERSION = "v1"
"""The version of the form: one that breaks programs is another (docs/decisions.md)."""
FOLDER = f"data/{VERSION}"
"""Where the files are, from the root of the site."""

Item = dict[str, Any]


@dataclass(frozen=True)
class Dataset:
    """A collection as everyone may have it."""

    site: Site
    base: str
    """The address of the site, without a slash at its end."""
    opened: Opened

    @property
    def name(self) -> str:
        """The name of its files."""
        return self.opened.name

    @cached_property
    def schema(self) -> JsonSchema:
        """The JSON Schema of its file."""
        return file_schema(self.opened, self.site.languages, VERSION)

    @property
    def _item(self) -> JsonSchema:
        schema: JsonSchema = self.schema["properties"]["items"]["items"]
        return schema

    @property
    def columns(self) -> list[Column]:
        """The columns of the CSV."""
        return list(columns(self._item))

    @cached_property
    def items(self) -> list[Item]:
        """What is in it, in the order of the site."""
        of = self.opened.of
        if issubclass(of, FrontMatter):
            keys = dict.fromkeys(page.key for page in self.site.pages.values() if type(page.about) is of)
            return [self._of_pages([v for v in self._versions(key) if type(v.about) is of]) for key in keys]
        return [self._of_entry(entry) for entry in self.site.all(of).values() if is_open(self.site, entry)]

    @cached_property
    def modified(self) -> date | None:
        """The newest day on which somebody looked at what it rests on; it never comes from the clock."""
        sources = self.site.all(Source)
        days = [source.checked for source in sources.values()] if self.opened.of is Source else []
        owners = {id(owner) for owner in self._owners}
        named = [reference for reference in self.site.references if id(reference.owner) in owners]
        days += [sources[one.slug].checked for one in named if one.collection == Source.collection]
        days += [owner.as_of for owner in self._owners if isinstance(owner, FrontMatter)]
        days += [owner.on for owner in self._owners if isinstance(owner, DataChange)]
        return max(days, default=None)

    @property
    def _owners(self) -> list[Record]:
        of = self.opened.of
        if issubclass(of, FrontMatter):
            return [page.about for page in self.site.pages.values() if type(page.about) is of]
        return [*self.site.all(of).values()]

    def json(self) -> bytes:
        """The file with everything."""
        told = {
            "$schema": f"schema/{self.name}.json",
            "dataset": self.name,
            "version": VERSION,
            "licence": LICENCE,
            "modified": self.modified.isoformat() if self.modified else None,
            "items": self.items,
        }
        return written(told)

    def csv(self) -> bytes:
        """The same for a spreadsheet: a line for each item. No cell is a formula; defusedcsv puts a ' before it."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(".".join(column) for column in self.columns)
        writer.writerows([_cell(_at(item, column)) for column in self.columns] for item in self.items)
        return text.getvalue().encode()

    def _of_entry(self, entry: Entry) -> Item:
        told = entry.model_dump(mode="json", by_alias=True)
        key = key_about(entry)
        pages = {page.locale: page for page in self._versions(key)} if has_page(type(entry)) else {}
        return self._cut({"id": entry.slug, "page": self._addresses(pages), **told})

    def _of_pages(self, versions: list[Page[Any]]) -> Item:
        """What is said once of a page, and what every version says of its own."""
        told = {page.locale: page.about.model_dump(mode="json", by_alias=True) for page in versions}
        first, *_ = told.values()
        properties = self._item["properties"]
        fields = {
            name: {locale: fields[name] for locale, fields in told.items()}
            if _is_per_language(properties.get(name, {}), self.site)
            else value
            for name, value in first.items()
        }
        pages = {page.locale: page for page in versions}
        return self._cut({"id": versions[0].slug, "page": self._addresses(pages), **fields})

    def _versions(self, key: str) -> list[Page[Any]]:
        return [page for locale in self.site.languages if (page := self.site.page(locale, key))]

    def _addresses(self, pages: Mapping[str, Page[Any]]) -> dict[str, str | None]:
        return {
            locale: self.base + pages[locale].address if locale in pages else None for locale in self.site.languages
        }

    def _cut(self, item: Item) -> Item:
        """What the form has, and no mention of what is withheld."""
        cut: Item = _fitted(item, self._item, _withheld(self.site))
        return cut


def datasets(site: Site, base: str) -> list[Dataset]:
    """Every collection, those with nothing in them yet as well: an address that programs ask must answer."""
    return [Dataset(site, base, one) for one in opened().values()]


def is_open(site: Site, entry: Entry) -> bool:
    """Whether an entry is published: not when it is withheld, nor when only what is withheld names it."""
    if entry.withheld_from_all:
        return False
    naming = [reference.owner for reference in site.naming(entry)]
    return not naming or not all(isinstance(owner, Entry) and owner.withheld_from_all for owner in naming)


def written(told: Any) -> bytes:
    """Data as the text of a file: the same for the same content."""
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _withheld(site: Site) -> frozenset[tuple[str, str]]:
    return site.once(_find_withheld)


def _find_withheld(site: Site) -> frozenset[tuple[str, str]]:
    """What is not published of the collections that are, by collection and slug."""
    entries = [site.content.entries[one.name] for one in opened().values() if issubclass(one.of, Entry)]
    return frozenset(
        (entry.collection, slug) for group in entries for slug, entry in group.items() if not is_open(site, entry)
    )


def _is_per_language(schema: JsonSchema, site: Site) -> bool:
    return list(schema.get("properties", ())) == list(site.languages)


def _fitted(value: Any, schema: JsonSchema, withheld: frozenset[tuple[str, str]]) -> Any:
    """A value as its schema says: fields that it does not have are left out, and so are slugs of what is withheld."""
    if isinstance(value, dict):
        properties = schema["properties"]
        return {name: _fitted(value[name], properties[name], withheld) for name in properties if name in value}
    if isinstance(value, list):
        fitted = [_fitted(one, schema["items"], withheld) for one in value]
        return [new for old, new in zip(value, fitted, strict=True) if new is not None or old is None]
    if REFERENCE in schema and any((name, value) in withheld for name in schema[REFERENCE]["collections"]):
        return None
    return value


def _at(item: Any, column: Column) -> Any:
    for name in column:
        item = item.get(name) if isinstance(item, dict) else None
    return item


def _cell(value: Any) -> Any:
    """A value in a cell: a list as JSON, so that nothing is lost; yes and no as JSON says them."""
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return value

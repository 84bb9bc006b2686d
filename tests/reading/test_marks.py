"""What a schema says of a field: the walk that finds it, and that no name of something is left without its meaning."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel

from portal.checks import examine
from portal.schema.entry import collections
from portal.schema.fields import Record, Slug, Sources, SourceSlug, Subject
from portal.schema.marks import Ref, Shared, Within, records_in, shared_fields, walk
from portal.schema.page import page_kinds
from portal.schema.registry import subclasses
from portal.schema.step import Step
from tests.claims import every
from tests.conftest import Project
from tests.real_site import SITE

_OWN = {("FrontMatter", "slug"), ("PagedEntry", "own_slug")}
"""The last part of a page's own address: the name of nothing else."""


class Shelf(Record):
    books: tuple[SourceSlug, ...] = ()
    best: Annotated[Slug, Ref("partners", also=("none",))] | None = None


class Room(Record):
    shelf: Shelf
    shelves: tuple[Shelf, ...] = ()
    lent: tuple[Shelf, ...] | None = None
    door: Annotated[str, Shared()] = "oak"
    note: str = ""


class House(Record):
    rooms: tuple[Room, ...]


ROOM = Room(
    shelf=Shelf(books=("a", "b"), best="c"),
    shelves=(Shelf(books=("d",)), Shelf(best="none")),
    lent=(Shelf(books=("e",)),),
)


def test_the_walk_finds_what_is_marked_in_lists_and_records() -> None:
    assert [(at, ref.collections, value) for at, ref, value in walk(ROOM, Ref)] == [
        (("shelf", "books", 0), ("sources",), "a"),
        (("shelf", "books", 1), ("sources",), "b"),
        (("shelf", "best"), ("partners",), "c"),
        (("shelves", 0, "books", 0), ("sources",), "d"),
        (("shelves", 1, "best"), ("partners",), "none"),
        (("lent", 0, "books", 0), ("sources",), "e"),
    ]


def test_the_walk_finds_records() -> None:
    assert [at for at, _ in records_in(ROOM, Shelf)] == [
        ("shelf",),
        ("shelves", 0),
        ("shelves", 1),
        ("lent", 0),
    ]


def test_the_walk_finds_records_within_records() -> None:
    assert [at for at, _ in records_in(House(rooms=(ROOM,)), Shelf)][:2] == [
        ("rooms", 0, "shelf"),
        ("rooms", 0, "shelves", 0),
    ]


def test_versions_share_what_is_marked_and_every_reference() -> None:
    assert shared_fields(Room) == (
        ("shelf", "books"),
        ("shelf", "best"),
        ("shelves", "books"),
        ("shelves", "best"),
        ("lent", "books"),
        ("lent", "best"),
        ("door",),
    )


def _slugs(annotation: Any, marked: bool = False) -> Iterator[bool]:
    """For every slug within a type, whether it says what it names."""
    if typing.get_origin(annotation) is Annotated:
        inner, *marks = typing.get_args(annotation)
        if inner is str:
            if any(mark in marks for mark in typing.get_args(Slug)[1:]):
                yield any(isinstance(mark, Ref | Within) for mark in marks)
            return
        annotation = inner
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return
    for argument in typing.get_args(annotation):
        yield from _slugs(argument)


MODELS = sorted(set(subclasses(Record)), key=lambda model: model.__name__)


@every("model", MODELS, lambda model: model.__name__)
def test_a_slug_says_what_it_names(model: type[Record]) -> None:
    """Without it the check, the backlinks and the editors' tools would not know that the field refers to something."""
    fields = model.__annotations__
    hints = typing.get_type_hints(model, include_extras=True)
    silent = {name for name in fields if name in hints and not all(_slugs(hints[name]))}
    assert {(model.__name__, name) for name in silent} - _OWN == set()


def test_every_reference_of_the_real_content_leads_somewhere() -> None:
    for reference in SITE.references:
        assert any(reference.slug in SITE.content.entries[name] for name in reference.ref.collections)


def test_a_reference_names_a_collection_that_there_is() -> None:
    for model in (*collections().values(), *page_kinds().values()):
        for ref in _refs(model):
            assert set(ref.collections) <= set(collections()), model.__name__


def _refs(annotation: Any) -> Iterator[Ref]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for hint in typing.get_type_hints(annotation, include_extras=True).values():
            yield from _refs(hint)
        return
    if typing.get_origin(annotation) is Annotated:
        yield from (mark for mark in typing.get_args(annotation)[1:] if isinstance(mark, Ref))
    for argument in typing.get_args(annotation):
        if (not isinstance(argument, Ref) and not isinstance(annotation, types.GenericAlias | type)) or isinstance(
            annotation, types.GenericAlias
        ):
            yield from _refs(argument)


def test_what_nothing_names_is_advised_about(project: Project) -> None:
    lonely = "title: Alone\npublisher: A\nlang: en\nurl: https://www.example.nl/z\nchecked: 2026-11-21\n"
    _, problems = examine(project({"content/data/sources/lonely.yml": lonely}))
    assert [(str(one.path), one.key, one.severity) for one in problems] == [
        ("content/data/sources/lonely.yml", "source.unused", "advice")
    ]


def test_a_subject_of_a_page_names_its_sources() -> None:
    assert Subject.model_fields["sources"].annotation == typing.get_args(Sources)[0]


def test_every_reference_is_known_where_it_leads() -> None:
    entries = SITE.content.entries
    lost = [
        (reference.file.path, reference.at, reference.slug)
        for reference in SITE.references
        for collection in reference.ref.collections
        if reference.slug in entries[collection] and reference not in SITE.naming(entries[collection][reference.slug])
    ]
    assert SITE.references
    assert lost == []


def test_a_step_is_known_to_each_step_it_needs() -> None:
    needs = [(step, slug) for step in SITE.all(Step).values() for slug in step.needs]
    assert any(len(step.needs) > 1 for step, _ in needs)
    assert [(step.slug, slug) for step, slug in needs if step not in SITE.needed_by[slug]] == []

"""The JSON Schemas of `portal schema`: they accept what is there and refuse what the check refuses.

Hook layer: the real content and mistakes in it, read and judged by both. A JSON Schema is about YAML as text, so days
are written out before it sees them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from portal.content.front_matter import read_page
from portal.content.reading import DATA, slugs
from portal.content.validation import validate
from portal.content.yaml_source import read_yaml
from portal.desk.json_schema import FOLDER, STRINGS, bindings, json_schema, models, strings_schema, write_schemas
from portal.schema.entry import collections
from portal.schema.marks import REFERENCE, Ref, walk
from portal.schema.page import page_kinds, schema_of
from portal.schema.partner import Partner
from portal.schema.redirect import Redirects
from portal.words.languages import Languages, read_languages
from portal.words.problem import Place
from tests.command import portal
from tests.conftest import ROOT, Project

LANGUAGES = read_languages(ROOT)
KNOWN = {collection: slugs(ROOT, collection) for collection in collections()}

NOT_SAID = {"ends-before-start", "event.ends-before-start", "relation.ends-before-start", "bad-language"}
"""What a JSON Schema cannot say: that one day is after another; and not all codes of languages, for they are many."""

A_DAY_FOR_A_TEXT = {"wrong-type.text", "wrong-type.localized"}
"""Nor that a day is written where a text should be: to it, a day is a text."""

Fields = dict[str, Any]


def validator(model: type[BaseModel]) -> Any:
    checker = jsonschema.FormatChecker(["date"])
    return jsonschema.Draft202012Validator(json_schema(model, LANGUAGES, KNOWN), format_checker=checker)


VALIDATORS: Mapping[type[BaseModel], Any] = {model: validator(model) for model in models().values()}


def as_text(value: Any) -> Any:
    """What a program reads that knows YAML and no dates."""
    match value:
        case dict():
            return {name: as_text(item) for name, item in value.items()}
        case list():
            return [as_text(item) for item in value]
        case date():
            return value.isoformat()
        case _:
            return value


def _written() -> Iterator[tuple[str, type[BaseModel], Fields]]:
    """Everything an editor wrote that has fields: where, its model, its fields."""
    for name, schema in collections().items():
        for path in sorted((ROOT / DATA / name).glob("*.yml")):
            yield str(path.relative_to(ROOT)), schema, read_yaml(path.read_text("utf-8"), PurePosixPath(name)).data
    for locale in LANGUAGES:
        folder = ROOT / "content" / locale
        for path in sorted(folder.rglob("*.md")):
            page = schema_of(path.relative_to(folder).with_suffix("").as_posix())
            assert page
            yield str(path.relative_to(ROOT)), page, read_page(path.read_text("utf-8"), PurePosixPath(name)).fields.data


WRITTEN = list(_written())


def refused_by_check(model: Any, fields: Fields) -> set[str]:
    """The kinds of problems that the check of one file has with these fields, references included."""
    record, problems = validate(model, fields, Place(PurePosixPath("x.yml")), LANGUAGES)
    kinds = {problem.key for problem in problems}
    if record:
        for _, ref, slug in walk(record, Ref):
            if slug not in ref.also and not any(slug in KNOWN[collection] for collection in ref.collections):
                kinds.add("reference.unknown")
    return kinds


def refused_by_schema(model: type[BaseModel], fields: Fields) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[model].iter_errors(as_text(fields))]


# --- what is there ---


def test_every_schema_is_one() -> None:
    for validator_ in VALIDATORS.values():
        jsonschema.Draft202012Validator.check_schema(validator_.schema)
        assert validator_.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_entry_and_page_is_accepted() -> None:
    assert {path: found for path, model, fields in WRITTEN if (found := refused_by_schema(model, fields))} == {}


def test_every_collection_and_kind_of_page_has_a_schema() -> None:
    assert set(collections().values()) | set(page_kinds().values()) | {Redirects} < set(VALIDATORS)
    assert {model for _, model, _ in WRITTEN} <= set(VALIDATORS)


def test_the_strings_of_every_language_are_accepted_and_one_that_lacks_a_word_is_not() -> None:
    schema = jsonschema.Draft202012Validator(strings_schema(ROOT, LANGUAGES))
    for path in (ROOT / DATA / "strings").glob("*.yml"):
        strings = read_yaml(path.read_text("utf-8"), PurePosixPath(path.name)).data
        assert list(schema.iter_errors(strings)) == []
        for broken in ({**strings, "no.such": "x"}, {**strings, "paging.title": "x"}, {"skip": strings["skip"]}):
            assert not schema.is_valid(broken)


# --- mistakes ---


def _first(model: type[BaseModel], at: tuple[str | int, ...]) -> Fields:
    """A real entry that has the field around a place."""
    return next(fields for _, found, fields in WRITTEN if found is model and (len(at) == 1 or at[0] in fields))


def _places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where something stands within the fields of an entry."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*at, key)
        yield from _places(item, (*at, key))


def changed(fields: Fields, at: tuple[str | int, ...], value: Any) -> Fields:
    """The fields with something else at one place; `...` takes it out."""
    copy: Any = json_copy(fields)
    inner = copy
    for part in at[:-1]:
        inner = inner[part]
    if value is ...:
        del inner[at[-1]]
    else:
        inner[at[-1]] = value
    return copy  # type: ignore[no-any-return]


def json_copy(value: Any) -> Any:
    """A copy that shares nothing with what it was made from."""
    match value:
        case dict():
            return {name: json_copy(item) for name, item in value.items()}
        case list():
            return [json_copy(item) for item in value]
        case _:
            return value


@pytest.mark.parametrize("model", [*collections().values(), *page_kinds().values()], ids=lambda model: model.__name__)
def test_a_required_field_left_out_is_refused_by_both(model: type[BaseModel]) -> None:
    real = [fields for _, found, fields in WRITTEN if found is model]
    required = VALIDATORS[model].schema["required"]
    assert required
    for fields in real[:1]:
        for field in required:
            assert refused_by_schema(model, changed(fields, (field,), ...)), field
            assert refused_by_check(model, changed(fields, (field,), ...)) == {"missing"}, field


@pytest.mark.parametrize("model", [*collections().values(), *page_kinds().values()], ids=lambda model: model.__name__)
def test_a_field_that_is_none_is_refused_by_both(model: type[BaseModel]) -> None:
    for _, found, fields in WRITTEN:
        if found is model:
            assert refused_by_schema(model, {**fields, "nonsense": "x"})
            assert refused_by_check(model, {**fields, "nonsense": "x"}) == {"unknown-field"}
            return


MISTAKES: list[tuple[str, str, tuple[str | int, ...], Any, str]] = [
    ("partners", "a number for a text", ("aliases",), [2026], "wrong-type.text"),
    ("partners", "a text for a list", ("sources",), "actieplan-2023", "wrong-type.list"),
    ("partners", "an empty list", ("sources",), [], "empty.required"),
    ("partners", "a list that names something twice", ("clusters",), ["health", "health"], "twice-in-list"),
    ("partners", "a source that is not there", ("sources",), ["no-such-source"], "reference.unknown"),
    ("partners", "a slug that is a device of Windows", ("slug",), {"nl": "con", "en": "a"}, "reserved-slug"),
    ("partners", "a source with capitals", ("sources",), ["Actieplan-2023"], "bad-slug"),
    ("partners", "a choice that is none", ("kind",), "shop", "not-allowed"),
    ("partners", "half a web address", ("website",), "www.nijmegen.nl", "bad-url"),
    ("partners", "an address with a password", ("website",), "https://me:secret@www.nijmegen.nl", "bad-url"),
    ("partners", "a summary that is too short", ("summary", "nl"), "Te kort.", "too-short"),
    ("partners", "a summary that is too long", ("summary", "nl"), 161 * "x", "too-long"),
    ("partners", "a summary in one language", ("summary", "en"), ..., "missing"),
    ("partners", "a language that is none of the site", ("summary", "xx"), 60 * "x", "unknown-language"),
    ("partners", "a summary written once", ("summary",), 60 * "x", "wrong-type.localized"),
    ("partners", "an empty name", ("name",), " ", "empty"),
    ("partners", "a name in curly quotes", ("name",), "\u201cBriskr\u201d", "curly-quotes"),
    ("partners", "a control character", ("town",), "Nij\u0007megen", "character.field"),
    ("partners", "yes for true", ("facts", 0, "volatile"), "yes", "wrong-type.bool"),
    ("partners", "a statement that ends without a word about it", ("facts", 0, "valid_until"), date(2027, 1, 1),
     "needs-about"),
    ("sources", "a day that is none", ("checked",), "last week", "wrong-type.date"),
    ("sources", "a month that is none", ("published",), "2025-13", "wrong-type.partial-date"),
    ("sources", "a year of three digits", ("published",), 202, "wrong-type.partial-date"),
    ("steps", "a number in words", ("order",), "ten", "wrong-type.number"),
    ("steps", "half a number", ("order",), 1.5, "wrong-type.number"),
    ("steps", "a number below nothing", ("order",), -1, "invalid"),
    ("steps", "a telephone number that is none", ("phones",),
     [{"number": "024-", "whom": {"nl": "a", "en": "b"}}], "bad-phone"),
    ("steps", "a deadline in days and months", ("deadline",),
     {"days": 1, "months": 1, "from": "arrival", "text": {"nl": "a", "en": "b"}}, "one-span"),
    ("steps", "a deadline without a length", ("deadline",), {"from": "arrival", "text": {"nl": "a", "en": "b"}},
     "one-span"),
    ("steps", "a field within a record that is none", ("deadline",),
     {"days": 1, "form": "arrival", "text": {"nl": "a", "en": "b"}}, "unknown-field"),
    ("eligibility", "a list of questions without one", ("questions",), [], "empty.required"),
    ("relations", "a fixed end that is not there", ("from",), "nobody", "reference.unknown"),
    ("figures", "a number of nothing", ("amount",), 0, "invalid"),
]  # fmt: skip


@pytest.mark.parametrize("collection, mistake, at, value, kind", MISTAKES, ids=[row[1] for row in MISTAKES])
def test_a_mistake_is_refused_by_both(
    collection: str, mistake: str, at: tuple[str | int, ...], value: Any, kind: str
) -> None:
    model = collections()[collection]
    whole = _first(model, at)
    assert not refused_by_schema(model, whole)
    wrong = changed(whole, at, value)
    assert kind in refused_by_check(model, wrong)
    assert refused_by_schema(model, wrong)


@pytest.mark.parametrize(
    "wrong, kind",
    [
        ({"from": "verhalen/a/", "to": "/"}, "bad-address"),
        ({"from": "//", "to": "/"}, "bad-address"),
        ({"from": "/a b/", "to": "/"}, "old-address.file"),
        ({"from": "/a/", "to": "//"}, "bad-address"),
        ({"from": "/a/", "to": "/b"}, "bad-address"),
        ({"from": "/a/", "to": "/con/"}, "bad-address"),
        ({"from": "/a/", "to": f"/{81 * 'x'}/"}, "bad-address"),
        ({"from": "/a/"}, "missing"),
    ],
)
def test_a_redirect_that_is_none_is_refused_by_both(wrong: Fields, kind: str) -> None:
    right = {"redirects": [{"from": "/verhalen/oude-naam/", "to": "/"}]}
    assert not refused_by_schema(Redirects, right)
    assert not refused_by_check(Redirects, right)
    assert refused_by_schema(Redirects, {"redirects": [wrong]})
    assert refused_by_check(Redirects, {"redirects": [wrong]}) == {kind}


def test_the_check_of_a_project_refuses_what_the_schema_refuses(project: Project) -> None:
    path = "content/data/partners/hospital.yml"
    root = project({path: (ROOT / "content/data/partners/briskr.yml").read_text("utf-8").replace("name:", "nane:")})
    result = portal("check", cwd=root)
    assert result.returncode == 1
    assert f"{path}:1: 'nane' is not a field. Did you mean 'name'?" in result.stderr


# --- whatever one types ---

SOMETHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10_000),
    st.floats(-5, 5).filter(lambda number: not number.is_integer()),  # 5.0 is a whole number to a JSON Schema
    st.dates(),
    st.sampled_from(["", " ", "health", "nijmegen", "arrival", "actieplan-2023", "2025", "2025-10", "care", "yes"]),
    # Control characters around a text are taken off with its white space; a JSON Schema sees them.
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30).filter(lambda text: not _like_a_day(text)),
    st.text(st.sampled_from("ab \u201c\u201d\u2018"), min_size=45, max_size=165),
    st.from_regex(r"\A[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}\Z"),
    st.from_regex(r"\A\+?[0-9][0-9 -]{1,14}[0-9]\Z").filter(lambda text: not _like_a_day(text)),
    st.from_regex(r"\A(/[a-z-]{0,4}){0,3}/?\Z"),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["health", "high-tech", "eu"]), max_size=3),
    st.fixed_dictionaries({"nl": st.sampled_from(["a", "", 55 * "x"]), "en": st.just(55 * "y")}),
    st.fixed_dictionaries({"nl": st.just("a")}, optional={"de": st.just("b"), "en": st.just("c")}),
)


def _like_a_day(text: str) -> bool:
    """A day in quotes is a text to us, and to a JSON Schema the same as one without."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@given(st.data())
@settings(max_examples=1500)
def test_both_judge_alike_whatever_one_types(data: st.DataObject) -> None:
    """Something else anywhere in a real entry or page: taken out, replaced, doubled, or put beside it."""
    _, model, fields = data.draw(st.sampled_from(WRITTEN))
    at = data.draw(st.sampled_from(list(_places(fields))))
    how = data.draw(st.sampled_from(["replace", "replace", "remove", "add"]))
    if how == "add":
        names = st.sampled_from([*model.model_fields, "nonsense", "from", "with", "file"])
        at = (*at[:-1], data.draw(names)) if isinstance(at[-1], str) else at
    value = ... if how == "remove" else data.draw(SOMETHING)
    wrong = changed(fields, at, value)
    kinds = refused_by_check(model, wrong)
    assume(not kinds & NOT_SAID)
    assume(not (kinds & A_DAY_FOR_A_TEXT and isinstance(value, date)))
    assert bool(kinds) == bool(refused_by_schema(model, wrong)), (at, kinds, refused_by_schema(model, wrong))


AN_EVENT: Fields = {
    "title": "A day",
    "summary": dict.fromkeys(("nl", "en"), "A day that exists in this test alone, and that is enough."),
    "starts": date(2027, 3, 2),
    "sources": KNOWN["sources"][:1],
}
AN_ACTION: Fields = {
    "theme": KNOWN["themes"][0],
    "order": 1,
    **{field: {"nl": "a", "en": "b"} for field in ("title", "text", "when")},
    "due": date(2027, 3, 2),
    "status": {"state": "unknown", "as_of": 2023, "source": KNOWN["sources"][0]},
    "source": KNOWN["sources"][0],
}


@pytest.mark.parametrize(
    "collection, whole, wrong, kind",
    [
        ("events", AN_EVENT, {"rhythm": "yearly"}, "event.day-or-rhythm"),
        ("events", AN_EVENT, {"starts": None}, "event.day-or-rhythm"),
        ("events", AN_EVENT, {"opens": "19:30"}, "event.one-time"),
        ("events", AN_EVENT, {"closes": "19:30"}, "event.one-time"),
        ("actions", AN_ACTION, {"rhythm": "ongoing"}, "action.due-or-rhythm"),
        ("actions", AN_ACTION, {"due": None}, "action.due-or-rhythm"),
        ("actions", AN_ACTION, {"status": {**AN_ACTION["status"], "state": "done"}}, "action.nothing-told"),
    ],
)
def test_fields_that_belong_together_are_known_to_both(
    collection: str, whole: Fields, wrong: Fields, kind: str
) -> None:
    model = collections()[collection]
    assert (refused_by_check(model, whole), refused_by_schema(model, whole)) == (set(), [])
    assert refused_by_check(model, {**whole, **wrong}) == {kind}
    assert refused_by_schema(model, {**whole, **wrong})


def test_that_one_day_is_after_another_a_schema_cannot_say() -> None:
    event, wrong = collections()["events"], {**AN_EVENT, "ends": date(2027, 3, 1)}
    assert refused_by_check(event, wrong) == {"event.ends-before-start"}
    assert not refused_by_schema(event, wrong)


# --- what else a program reads from them ---


def test_a_reference_offers_the_names_that_are_there() -> None:
    schema = VALIDATORS[Partner].schema
    cluster = schema["properties"]["clusters"]["items"]
    assert cluster[REFERENCE] == {"collections": ["clusters"], "also": []}
    assert cluster["$ref"] == "#/$defs/slug.clusters"
    assert schema["$defs"]["slug.clusters"]["enum"] == KNOWN["clusters"]


def test_a_field_says_what_it_means_in_every_language_of_an_editor() -> None:
    kind = VALIDATORS[Partner].schema["properties"]["kind"]
    assert kind["title"] == "Kind / Soort"
    assert kind["description"] == "What sort of organisation it is.\nWat voor organisatie het is."
    assert kind["x-label"] == {"en": "Kind", "nl": "Soort"}


def test_a_partial_language_may_be_left_out_and_an_unknown_one_not_written() -> None:
    languages = Languages.of("nl", "en", partial=("de",))
    summary = json_schema(Partner, languages, KNOWN)["properties"]["summary"]
    assert (list(summary["properties"]), summary["required"]) == (["nl", "en", "de"], ["nl", "en"])
    assert summary["additionalProperties"] is False


# --- the command ---


def test_the_command_writes_a_schema_for_each_kind_of_file(project: Project) -> None:
    root = project()
    result = portal("schema", "--out", "shapes", cwd=root)
    assert result.returncode == 0, result.stderr
    written = {path.relative_to(root / "shapes").as_posix() for path in (root / "shapes").rglob("*.json")}
    assert written == {name.as_posix() for name in (*models(), STRINGS)}
    partners = json.loads((root / "shapes/data/partners.json").read_text("utf-8"))
    assert partners["$defs"]["slug.sources"]["enum"] == ["a-source"]


def test_a_schema_that_is_as_it_was_is_not_written_again(project: Project) -> None:
    root = project()
    write_schemas(root, root / FOLDER)
    before = {path: path.stat().st_mtime_ns for path in (root / FOLDER).rglob("*.json")}
    (root / "content/data/sources/another.yml").write_text("title: Not even whole\n", "utf-8")
    write_schemas(root, root / FOLDER)
    changed = {path.stem for path, then in before.items() if path.stat().st_mtime_ns != then}
    assert "partners" in changed
    assert "series" not in changed


def test_what_check_prints_is_of_its_schema(project: Project) -> None:
    root = project({"content/data/partners/hospital.yml": "nane: x\n"})
    result = portal("check", "--json", cwd=root)
    assert result.returncode == 1
    report = json.loads(result.stdout)
    (checker,) = (found for name, found in zip(models(), VALIDATORS.values(), strict=True) if name.stem == "check")
    assert [error.message for error in checker.iter_errors(report)] == []
    assert report["problems"]
    assert list(checker.iter_errors({**report, "problems": [{**report["problems"][0], "line": 0}]}))


def test_check_exits_with_nothing_where_there_is_only_advice(project: Project) -> None:
    lonely = "title: Alone\npublisher: A\nlang: en\nurl: https://www.example.nl/z\nchecked: 2026-11-21\n"
    result = portal("check", "--json", cwd=project({"content/data/sources/lonely.yml": lonely}))
    assert result.returncode == 0
    assert [problem["severity"] for problem in json.loads(result.stdout)["problems"]] == ["advice"]


def test_an_editors_program_finds_the_schema_of_each_file() -> None:
    settings_ = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings_["yaml.schemas"] == bindings()
    assert {PurePosixPath(schema).relative_to(FOLDER) for schema in bindings()} < {*models(), STRINGS}

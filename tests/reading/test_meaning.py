"""What a field is called and what it means: said of every field, in every language of an editor."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from portal.schema.fields import Record, Sources
from portal.schema.meaning import meaning_of, means, sentence
from portal.schema.registry import subclasses
from portal.words.wording import editor_locales

MODELS = {model for model in subclasses(Record) if model.__module__.startswith("portal.")}
FIELDS = {
    f"{model.__name__}.{field.alias or name}": field for model in MODELS for name, field in model.model_fields.items()
}


def test_every_field_has_a_label_and_a_meaning_in_every_language_of_an_editor() -> None:
    lacking = set()
    for name, field in FIELDS.items():
        try:
            meaning = meaning_of(field)
        except TypeError:
            lacking.add(name)
            continue
        for texts in (dict(meaning.label.texts), dict(meaning.sense.texts)):
            if set(texts) != set(editor_locales()) or not all(text.strip() for text in texts.values()):
                lacking.add(name)
    assert lacking == set()


def test_a_label_is_a_short_name_with_a_capital() -> None:
    assert {
        name: text
        for name, field in FIELDS.items()
        for _, text in meaning_of(field).label.texts
        if len(text) > 32 or not text[0].isupper()
    } == {}


def test_a_meaning_reads_on_from_add() -> None:
    """No capital, no full stop: 'Add who published it.' Within it, a second sentence may stand."""
    assert {
        name: text
        for name, field in FIELDS.items()
        for _, text in meaning_of(field).sense.texts
        if not text[0].islower() or text.endswith(".") or len(text) > 120
    } == {}


def test_no_meaning_is_the_label_again() -> None:
    assert {
        name: label
        for name, field in FIELDS.items()
        for locale, label in meaning_of(field).label.texts
        if meaning_of(field).sense.told(locale).lower() == label.lower()
    } == {}


def test_a_meaning_beside_a_field_goes_before_that_of_its_type() -> None:
    class Shelf(BaseModel):
        own: Sources = means(default=(), en=("Own", "its own"), nl=("Eigen", "het eigen"))
        of_its_type: Sources

    said = {name: meaning_of(field).label.told("en") for name, field in Shelf.model_fields.items()}
    assert said == {"own": "Own", "of_its_type": "Sources"}


def test_a_field_of_which_nothing_is_said_is_a_mistake_of_ours() -> None:
    class Shelf(BaseModel):
        silent: int = 0

    with pytest.raises(TypeError, match="nobody says what a field means"):
        meaning_of(Shelf.model_fields["silent"])


def test_a_meaning_can_stand_alone() -> None:
    assert sentence("who published it") == "Who published it."

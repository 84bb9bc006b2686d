"""What to add where a required field is missing: what it means, and what may be written there."""

from __future__ import annotations

import typing
from typing import Any

from pydantic.fields import FieldInfo

from portal.schema.marks import Ref, annotation_of, marks_in
from portal.schema.meaning import meaning_of
from portal.schema.per_language import EverywhereTheSame, PerLanguage
from portal.words.languages import Languages
from portal.words.problem import guess
from portal.words.wording import Phrase, phrase


def hint(field: FieldInfo, languages: Languages) -> Phrase:
    """A word to who left the field out."""
    return phrase("missing.add", meaning=meaning_of(field).sense, form=_form(annotation_of(field), languages))


def lines(languages: Languages) -> str:
    """How a value per language is written."""
    return ", ".join(f"'{locale}: ...'" for locale in languages.whole)


def _form(annotation: Any, languages: Languages) -> Phrase | str:
    """How the value is written, where that does not go without saying."""
    if ref := next(marks_in(annotation, Ref), None):
        key = "form.slugs" if _holds(annotation, tuple) else "form.slug"
        paths = ", ".join(f"content/data/{collection}" for collection in ref.collections)
        return phrase(key, paths=paths, also=phrase("form.also", words=", ".join(ref.also)) if ref.also else "")
    if choices := _choices(annotation):
        return guess("", choices)
    if next(marks_in(annotation, EverywhereTheSame), None):
        return phrase("form.name", lines=lines(languages))
    return phrase("form.localized", lines=lines(languages)) if _holds(annotation, PerLanguage) else ""


def _holds(annotation: Any, kind: type) -> bool:
    return typing.get_origin(annotation) is kind or any(_holds(one, kind) for one in typing.get_args(annotation))


def _choices(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is typing.Literal:
        return typing.get_args(annotation)
    return next(filter(None, map(_choices, typing.get_args(annotation))), ())

"""What a field is called and what it means, in every language of an editor. Said once, beside the field:

    publisher: Text = means(
        en=("Publisher", "who published it"),
        nl=("Uitgever", "wie het heeft gepubliceerd"),
    )

The words for who left it out, JSON Schema, the handbook's tables and forms are made from it. A meaning reads on from
"Add": no capital, no full stop at its end. What may be written there is not said: that follows from the type.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from portal.words.wording import Spoken

LABEL = "x-label"
MEANING = "x-meaning"
"""Where a JSON Schema says them by language, for programs; `title` and `description` have all languages together."""


@dataclass(frozen=True)
class Meaning:
    """A short name for a form, and what the field says."""

    label: Spoken
    sense: Spoken


def means(*, default: Any = PydanticUndefined, alias: str | None = None, **said: tuple[str, str]) -> Any:
    """A field, with its label and meaning by language; optional when it has a default.

    In an annotation it is what every field of a type means, unless something else is said beside the field.
    """
    labels = {locale: label for locale, (label, _) in said.items()}
    senses = {locale: sense for locale, (_, sense) in said.items()}
    return Field(
        default,
        alias=alias,
        title=" / ".join(dict.fromkeys(labels.values())),
        description="\n".join(map(sentence, senses.values())),
        json_schema_extra={LABEL: {**labels}, MEANING: {**senses}},
    )


def meaning(**said: tuple[str, str]) -> Meaning:
    """A label and a meaning by language, of something that is not a field."""
    labels, senses = zip(*said.values(), strict=True)
    return Meaning(*(Spoken(tuple(zip(said, texts, strict=True))) for texts in (labels, senses)))


def meaning_of(field: FieldInfo) -> Meaning:
    """What a field means: said beside it, or else with its type."""
    said = field.json_schema_extra
    if not isinstance(said, dict) or LABEL not in said:
        raise TypeError(f"nobody says what a field means: {field!r}")
    texts = (tuple(typing.cast("dict[str, str]", said[part]).items()) for part in (LABEL, MEANING))
    return Meaning(*map(Spoken, texts))


def sentence(sense: str) -> str:
    """A meaning as a sentence of its own."""
    return f"{sense[0].upper()}{sense[1:]}."

"""Invitations: the one thing that a reader of a page can do next, said at its top."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from portal.schema import json_forms
from portal.schema.fields import HttpUrl, Record, Slug, Text
from portal.schema.marks import Ref, Shared
from portal.schema.meaning import means

INVITED_TO = ("steps", "eligibility", "partners", "programmes")
"""The collections whose pages an invitation may lead to."""


class Invitation(Record):
    """What to do, and where: on a page of this site or on somebody else's."""

    model_config = ConfigDict(json_schema_extra=json_forms.either("to", "url"))

    text: Text = means(
        en=("Text", "what to do, in a few words, such as 'Ask for a place'"),
        nl=("Tekst", "wat je kunt doen, in een paar woorden, zoals 'Vraag om een plek'"),
    )
    to: Annotated[Slug, Ref(*INVITED_TO)] | None = means(
        default=None,
        en=("Where to", "the step, check, organisation or programme that it leads to; this or 'url'"),
        nl=("Waarheen", "de stap, check, organisatie of programma waar het heen leidt; dit of 'url'"),
    )
    url: Annotated[HttpUrl | None, Shared()] = means(
        default=None,
        en=("Web address", "where it is done, when that is not on this site"),
        nl=("Webadres", "waar je het doet, als dat niet op deze site is"),
    )

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.to is None) == (self.url is None):
            raise PydanticCustomError("one-place", "to or url")
        return self

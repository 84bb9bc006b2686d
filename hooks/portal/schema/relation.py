"""Relations: who works with whom, and the verbs that say it in both directions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from portal.schema.campus import Campus
from portal.schema.entry import Entry
from portal.schema.fields import Distinct, Localized, PartialDate, Slug, SomeSources, hint
from portal.schema.marks import Ref
from portal.schema.partner import Partner
from portal.schema.programme import Programme

PARTIES = tuple(schema.collection for schema in (Programme, Campus, Partner))
"""The collections whose entries can stand at an end of a relation. A slug is in one of them: the check sees to it."""

PartySlug = Annotated[Slug, Ref(*PARTIES)]


Direction = Literal["forward", "backward"]
"""From which end a relation is told."""


class Relation(Entry):
    """What a file in content/data/relations says: `from` does `verb` to each of `to`. Said once, told on both pages."""

    collection: ClassVar[str] = "relations"

    from_: PartySlug = Field(alias="from", description="The organisation, campus or programme that does it.")
    verb: Annotated[Slug, Ref("verbs")] = hint(
        "Add a verb of content/data/verbs.", "Voeg een werkwoord uit content/data/verbs toe."
    )
    to: Annotated[tuple[PartySlug, ...], Distinct, Field(min_length=1)] = hint(
        "Add the other ends as a list of slugs.", "Voeg de andere einden toe als lijst van slugs."
    )
    as_of: PartialDate | None = None
    note: Localized | None = None
    sources: SomeSources = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )


class Verb(Entry):
    """What a file in content/data/verbs says: the sentence from either end, with {from} and {to} for the names."""

    collection: ClassVar[str] = "verbs"

    forward: Localized
    backward: Localized

    backward_many: Localized | None = None
    """The same with several parties as {from}; without it each has a sentence of its own."""

    def sentence(self, direction: Direction, several: bool = False) -> Localized:
        """What it says from one end, where it may be of several others at once."""
        if direction == "forward":
            return self.forward
        return (several and self.backward_many) or self.backward

"""Relations: who works with whom, and the verbs that say it in both directions."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from portal.schema.entry import Entry
from portal.schema.fields import Localized, PartialDate, Slug, SomeSlugs, hint


class Relation(Entry):
    """What a file in content/data/relations says: `from` does `verb` to each of `to`. Said once, told on both pages."""

    collection: ClassVar[str] = "relations"

    from_: Slug = Field(alias="from", description="The organisation, campus or programme that does it.")
    verb: Slug = hint("Add a verb of content/data/verbs.", "Voeg een werkwoord uit content/data/verbs toe.")
    to: SomeSlugs = hint("Add the other ends as a list of slugs.", "Voeg de andere einden toe als lijst van slugs.")
    as_of: PartialDate | None = None
    note: Localized | None = None
    sources: SomeSlugs = hint(
        "Add the sources as a list of file names in content/data/sources.",
        "Voeg de bronnen toe als lijst van bestandsnamen in content/data/sources.",
    )


class Verb(Entry):
    """What a file in content/data/verbs says: the sentence from either end, with {from} and {to} for the names."""

    collection: ClassVar[str] = "verbs"

    forward: Localized
    backward: Localized
